package io.skillsdk.daemon;

import java.util.LinkedHashMap;
import java.util.Map;

/** The process around a daemon: its arguments, its signals, its exit code. */
final class DaemonProcess {

    private static final int CANNOT_START = 1;

    private final SkillDaemon.Builder builder;

    DaemonProcess(SkillDaemon.Builder builder) {
        this.builder = builder;
    }

    void run(String[] args) {
        try {
            SkillDaemon daemon = builder.start(settings(args));
            TerminationSignal.onTerm(() -> {
                daemon.close();
                System.exit(0);
            });
            daemon.await();
        } catch (DaemonStartException e) {
            System.err.println("The daemon cannot start: " + e.getMessage());
            System.exit(CANNOT_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> settings(String[] args) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (!arg.startsWith("--") || equals < 0) {
                throw new DaemonStartException(
                        "'" + arg + "' is not understood. Settings are given as --daemon.port=8080.");
            }
            settings.put(arg.substring(2, equals), arg.substring(equals + 1));
        }
        return settings;
    }
}
