package io.skillsdk.daemon;

import io.skillsdk.internal.daemon.command.SettingArguments;
import io.skillsdk.internal.daemon.command.SkillApplication;
import io.skillsdk.internal.daemon.command.SkillCommand;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.job.Job;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.invoke.PreparedCall;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingDescription;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.settings.SkillSettings;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The process around a daemon: its arguments, its signals, its exit code. */
final class DaemonProcess implements SkillApplication {

    private static final int CANNOT_START = 1;

    private final SkillDescription skill;

    private final Thread starting = Thread.currentThread();

    private final CompletableFuture<RunningDaemon> started = new CompletableFuture<>();

    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /** What standard output is at first. */
    private final PrintStream output = System.out;

    private String[] arguments = {};

    DaemonProcess(SkillDescription skill) {
        this.skill = skill;
    }

    /** Serves, or runs the command that the arguments name. */
    void run(String[] args) {
        arguments = args;
        int code = execute(args);
        ended.complete(code);
        System.exit(code);
    }

    private int execute(String[] args) {
        Map<String, String> settings = SettingArguments.alone(skill.settingNames(), args);
        if (settings == null) {
            // only where it is needed is the library for command lines loaded
            return SkillCommand.execute(this, args);
        }
        return begin(true) ? serve(settings) : CANNOT_START;
    }

    @Override
    public boolean begin(boolean serves) {
        if (!serves) {
            // whatever else prints, such as a logging backend, must not end up in what the command prints
            System.setOut(System.err);
        }
        try {
            LoggingBackend.check();
            return true;
        } catch (DaemonStartException e) {
            System.err.println("The daemon cannot start: " + e.getMessage());
            return false;
        }
    }

    @Override
    public PrintStream output() {
        return output;
    }

    @Override
    public List<Object> described() {
        return skill.described();
    }

    @Override
    public int withInstances(Map<String, String> settings, ToIntFunction<List<Object>> command) {
        SkillResources resources = new SkillResources();
        skill.openSurroundings(resources);
        try {
            return command.applyAsInt(skill.make(SkillSettings.ofProcess(settings, skill.settings), resources));
        } finally {
            resources.close();
        }
    }

    @Override
    public PreparedCall call(Map<String, String> settings, List<Object> instances) {
        ServerSettings read = skill.readServer(settings);
        return PreparedCall.of(SkillDescription.catalog(read, instances), read.timeout())
                .with(ProcessFabric.onFirstUse(() -> skill.platform(skill.sources(settings))))
                .with(skill.options);
    }

    @Override
    public List<SettingDescription> settings() {
        return skill.describeSettings();
    }

    @Override
    public SettingSources sources(Map<String, String> arguments) {
        return skill.sources(arguments);
    }

    @Override
    public ActionCatalog catalog(Map<String, String> settings) {
        return SkillDescription.catalog(skill.readServer(settings), described());
    }

    @Override
    public Duration drainTimeout(Map<String, String> settings) {
        return skill.readServer(settings).drainTimeout();
    }

    @Override
    public int develop(Map<String, String> settings, @Nullable Path project) {
        DevVersion version = DevVersion.ofThisThread();
        if (version != null) {
            throw version.serve(skill, settings);
        }
        return new DevProcess(skill, arguments, project).run();
    }

    @Override
    public int run(Map<String, String> settings, Job job, PrintWriter out, PrintWriter err) {
        return new JobProcess(skill, ended).run(settings, job, out, err);
    }

    /** Serves until the process is told to end; returns only when it could not, or was stopped from within. */
    @Override
    public int serve(Map<String, String> settings) {
        JavaLogging.toSlf4j();
        if (Thread.getDefaultUncaughtExceptionHandler() == null) {
            Thread.setDefaultUncaughtExceptionHandler(FatalErrorExit::uncaught);
        }
        // beside the rest, as it takes its time; done before the port opens, as a signal may follow the first call at
        // once
        Thread signal = new Thread(() -> TerminationSignal.onFirst(first -> stop()), "skill-daemon-signal");
        signal.start();
        try {
            RunningDaemon daemon = DaemonStart.start(skill, settings, () -> DaemonStart.join(signal));
            if (!started.complete(daemon)) {
                // told to end between the opening of the port and now: clients have seen it
                interrupted.join();
                Thread.interrupted();
                daemon.settleAndClose();
                return 0;
            }
            daemon.awaitClosed();
            return 0;
        } catch (DaemonStartException e) {
            if (started.isCancelled()) {
                return 0; // told to end before it served
            }
            report(e);
            return CANNOT_START;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            started.cancel(false);
        }
    }

    /** The sentence is for the operator; the stack of an unexpected cause goes to the log. */
    private static void report(DaemonStartException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException
                && !(cause instanceof IllegalArgumentException || cause instanceof IllegalStateException)) {
            LoggerFactory.getLogger("io.skillsdk.daemon").error("The daemon cannot start", cause);
        }
        System.err.println("The daemon cannot start: " + e.getMessage());
    }

    /** Stops the daemon, or its start, in order. Returns the exit code once nothing is left to do. */
    private int stop() {
        if (started.cancel(false)) {
            starting.interrupt(); // it closes what it has made, and ends the process
            interrupted.complete(true);
            return ended.join();
        }
        started.join().settleAndClose();
        return 0;
    }

    /** The daemon, once it serves; cancelled when it cannot. */
    CompletableFuture<RunningDaemon> started() {
        return started;
    }
}
