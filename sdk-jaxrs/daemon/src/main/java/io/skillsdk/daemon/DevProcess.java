package io.skillsdk.daemon;

import io.skillsdk.internal.daemon.dev.DevProject;
import io.skillsdk.internal.daemon.dev.DriftReport;
import io.skillsdk.internal.daemon.dev.FileWatch;
import io.skillsdk.internal.daemon.dev.MainMethod;
import io.skillsdk.internal.daemon.dev.ServedFiles;
import io.skillsdk.internal.daemon.dev.VersionBuild;
import io.skillsdk.internal.daemon.dev.VersionClassLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the command {@code dev}: sees that files change, and has the next version of the program serve. */
final class DevProcess {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon.dev");

    private static final int CANNOT_START = 1;

    private static final int START_MINUTES = 5;

    private final SkillDescription first;

    private final String[] arguments;

    private final @Nullable Path given;

    private final Thread working = Thread.currentThread();

    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private int number;

    private volatile boolean stopping;

    /**
     * Makes it, on the thread of the main method.
     *
     * @param first the skill as the process has described it; it is not served, but described anew by each version
     * @param project the project's folder; null to find it
     */
    DevProcess(SkillDescription first, String[] arguments, @Nullable Path project) {
        this.first = first;
        this.arguments = arguments.clone();
        this.given = project;
    }

    /** Serves until the process is told to end; returns the exit code. */
    int run() {
        JavaLogging.toSlf4j();
        MainMethod main = MainMethod.ofThisThread();
        DevProject project = DevProject.find(given, main.type());
        if (project.built() != null) {
            LOG.info(
                    "Only Java is compiled here. Sources of other languages are served as another build compiles them into {}:"
                            + " run mvn compile after a change, or gradle -t classes beside it",
                    project.built());
        }
        closeUnserved();
        int code = 0;
        try (VersionBuild build = new VersionBuild(project, main.type().getClassLoader());
                FileWatch watch = new FileWatch(project, true)) {
            TerminationSignal.onFirst(first -> stop());
            code = serve(project, main, build, watch);
        } catch (InterruptedException e) {
            // told to end
        } catch (IOException e) {
            LOG.warn("Some files of the versions are left over: {}", e.getMessage());
        }
        if (stopping) {
            LOG.info("Stopped");
        }
        ended.complete(code);
        return code;
    }

    /** Instances that the main method has made already would hold what those of the first version need, such as a file. */
    private void closeUnserved() {
        SkillResources resources = new SkillResources();
        first.openSurroundings(resources);
        first.openMade(resources);
        resources.close();
    }

    private int serve(DevProject project, MainMethod main, VersionBuild build, FileWatch watch)
            throws InterruptedException {
        ServedFiles files = new ServedFiles(project, watch.states());
        DevDaemon daemon = new DevDaemon(files);
        try {
            return serve(main, build, watch, files, daemon, new DriftReport(project.workspace()));
        } finally {
            daemon.close();
        }
    }

    private int serve(
            MainMethod main,
            VersionBuild build,
            FileWatch watch,
            ServedFiles files,
            DevDaemon daemon,
            DriftReport drift)
            throws InterruptedException {
        VersionBuild.Outcome compiled = build.compile(++number);
        VersionClassLoader classes = build.asBuiltBefore();
        String since = VersionBuild.COMPILED;
        if (compiled instanceof VersionBuild.Faulty faulty) {
            tell(faulty, daemon);
            since = "the start, as it was built before";
        }
        String fault = replace(main, classes, since, daemon, drift);
        if (fault != null) {
            System.err.println("The daemon cannot start: " + fault);
            return CANNOT_START;
        }
        while (true) {
            Set<Path> changed = watch.await();
            if (!changed.isEmpty()) {
                try {
                    next(build.build(changed, ++number), main, daemon, drift);
                } catch (RuntimeException e) {
                    // as a file that goes away while it is read: the next change may be better
                    tell(reason(e), daemon);
                }
            }
            files.served(watch.states());
            daemon.endReplaced();
        }
    }

    private void next(VersionBuild.Outcome outcome, MainMethod main, DevDaemon daemon, DriftReport drift)
            throws InterruptedException {
        if (stopping) {
            // what interrupted the compiler is no fault of the sources
            throw new InterruptedException("stopped while it compiled");
        }
        if (outcome instanceof VersionBuild.Faulty faulty) {
            tell(faulty, daemon);
        } else if (outcome instanceof VersionBuild.Built built) {
            String fault = replace(main, built.classes(), built.since(), daemon, drift);
            if (fault != null) {
                tell(fault, daemon);
            }
        }
    }

    private static void tell(VersionBuild.Faulty faulty, DevDaemon daemon) {
        faulty.faults().forEach(fault -> LOG.error("{}", fault));
        daemon.tell("The sources do not compile, so the version before goes on: " + String.join("; ", faulty.faults()));
    }

    private static void tell(String fault, DevDaemon daemon) {
        LOG.error("The new version cannot start, so the version before goes on: {}", fault);
        daemon.tell("The new version cannot start, so the version before goes on: " + fault);
    }

    /**
     * Has a new version serve.
     *
     * @param since what has just happened, in words
     * @return why it cannot, or null
     */
    private @Nullable String replace(
            MainMethod main, VersionClassLoader classes, String since, DevDaemon daemon, DriftReport drift)
            throws InterruptedException {
        long begin = System.nanoTime();
        DevVersion version = new DevVersion(number, classes, daemon);
        version.start(main, arguments);
        try {
            DevVersion.Served served = version.served().get(START_MINUTES, TimeUnit.MINUTES);
            daemon.serve(version, served);
            LOG.info(
                    "Serving {} on {}, {} ms after {}: version {}",
                    DaemonStart.served(served.catalog()),
                    daemon.address(),
                    (System.nanoTime() - begin) / 1_000_000,
                    since,
                    number);
            version.within(() -> drift.tell(served.skill().described()));
            return null;
        } catch (ExecutionException e) {
            version.end();
            return reason(e.getCause() == null ? e : e.getCause());
        } catch (DaemonStartException e) {
            version.end();
            return reason(e);
        } catch (TimeoutException e) {
            version.end();
            return "It has not come to run(args) within " + START_MINUTES + " minutes.";
        }
    }

    private String reason(Throwable thrown) {
        if (!(thrown instanceof DaemonStartException)) {
            LOG.error("Version {} failed", number, thrown);
        }
        Throwable cause = thrown.getCause();
        if (thrown instanceof ExceptionInInitializerError && cause != null) {
            return "A static initializer failed: " + (cause.getMessage() == null ? cause : cause.getMessage());
        }
        return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    }

    private int stop() {
        LOG.info("Stopping");
        stopping = true;
        working.interrupt();
        return ended.join();
    }
}
