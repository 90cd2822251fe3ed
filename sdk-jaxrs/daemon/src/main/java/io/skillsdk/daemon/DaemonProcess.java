package io.skillsdk.daemon;

import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.daemon.command.SkillApplication;
import io.skillsdk.internal.daemon.command.SkillCommand;
import io.skillsdk.internal.daemon.settings.Setting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The process around a daemon: its arguments, its signals, its exit code. */
final class DaemonProcess implements SkillApplication {

    private static final int CANNOT_START = 1;

    private final SkillDaemon.Builder builder;

    private final CompletableFuture<SkillDaemon> started = new CompletableFuture<>();

    DaemonProcess(SkillDaemon.Builder builder) {
        this.builder = builder;
    }

    /** Serves, or runs the command that the arguments name. */
    void run(String[] args) {
        Map<String, String> settings = settings(args);
        if (settings == null) {
            // only now is the library for command lines loaded
            System.exit(SkillCommand.execute(this, args));
        } else {
            System.exit(serve(settings));
        }
    }

    @Override
    public List<Object> actions() {
        return builder.actions();
    }

    @Override
    public ActionCatalog catalog() {
        return builder.catalog(builder.settings(Map.of()));
    }

    @Override
    public Duration timeout() {
        return builder.settings(Map.of()).timeout();
    }

    /** Serves until the process is told to end; returns only when it could not, or was stopped from within. */
    @Override
    public int serve(Map<String, String> settings) {
        // first of all, as a signal may follow the first call at once; beside the rest, as it takes its time
        new Thread(() -> TerminationSignal.onTerm(this::stop), "skill-daemon-signal").start();
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
        } finally {
            started.cancel(false);
        }
    }

    private void stop() {
        var unused = started.thenAccept(daemon -> {
            daemon.settleAndClose();
            System.exit(0);
        });
    }

    /** The daemon, once it serves; cancelled when it cannot. */
    CompletableFuture<SkillDaemon> started() {
        return started;
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
