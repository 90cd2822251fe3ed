package io.skillsdk.daemon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The process around a daemon: its arguments, its signals, its exit code. */
final class DaemonProcess {

    private static final int CANNOT_START = 1;

    private final SkillDaemon.Builder builder;

    DaemonProcess(SkillDaemon.Builder builder) {
        this.builder = builder;
    }

    /** Serves, or runs the command that the arguments name. */
    void run(String[] args) {
        Map<String, String> settings = settings(args);
        if (settings == null) {
            // only now is the library for command lines loaded
            System.exit(SkillCommand.execute(builder, args));
        } else {
            System.exit(serve(builder, settings));
        }
    }

    /** Serves until the process is told to end; returns only when it could not, or was stopped from within. */
    static int serve(SkillDaemon.Builder builder, Map<String, String> settings) {
        CompletableFuture<SkillDaemon> started = new CompletableFuture<>();
        // long before it serves, as the first call may be followed at once by a signal; beside the rest, as it takes
        // its time
        Runnable onTerm = () -> {
            started.join().settleAndClose();
            System.exit(0);
        };
        new Thread(() -> TerminationSignal.onTerm(onTerm), "skill-daemon-signal").start();
        try {
            SkillDaemon daemon = builder.start(settings);
            started.complete(daemon);
            daemon.await();
            return 0;
        } catch (DaemonStartException e) {
            System.err.println("The daemon cannot start: " + e.getMessage());
            return CANNOT_START;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The settings, when the arguments are nothing else; null when they name a command, or are not understood. */
    private static @Nullable Map<String, String> settings(String[] args) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (!arg.startsWith("--")
                    || equals < 0
                    || Setting.named(arg.substring(2, equals)).isEmpty()) {
                return null;
            }
            settings.put(arg.substring(2, equals), arg.substring(equals + 1));
        }
        return settings;
    }
}
