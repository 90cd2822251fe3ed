package io.skillsdk.daemon;

import io.skillsdk.internal.daemon.dev.MainMethod;
import io.skillsdk.internal.daemon.dev.VersionClassLoader;
import io.skillsdk.internal.daemon.request.VersionSwitch;
import io.skillsdk.internal.failure.FatalErrors;
import io.skillsdk.internal.failure.IncompatibleLibraryException;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One version of a program that is developed. Its main method is called on a thread of its own, and goes as far as {@code run(args)}: there
 * the skill that it describes is opened, and the thread waits until the version ends, as {@code run} never returns.
 */
final class DevVersion {

    /** Takes the main method of a version down from {@code run(args)}, once it has ended. */
    static final class Ended extends Error {

        private static final long serialVersionUID = 1L;

        private Ended() {
            super("the version has ended", null, false, false);
        }
    }

    /** A skill that is served, and with what. */
    record Served(VersionSwitch.Version requests, DaemonServer.Served by, OpenedSkill opened, SkillDescription skill) {

        ActionCatalog catalog() {
            return opened.catalog();
        }
    }

    /** Connects an opened skill to the daemon. */
    interface Connection {
        DaemonServer.Served connect(OpenedSkill opened, SkillDescription skill);
    }

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private static final ThreadLocal<@Nullable DevVersion> OF_THREAD = new ThreadLocal<>();

    private final int number;

    private final VersionClassLoader classes;

    private final Connection connection;

    private final SkillResources resources = new SkillResources();

    private final CompletableFuture<Served> served = new CompletableFuture<>();

    private final CountDownLatch ended = new CountDownLatch(1);

    DevVersion(int number, VersionClassLoader classes, Connection connection) {
        this.number = number;
        this.classes = classes;
        this.connection = connection;
    }

    /** The version whose main method this thread runs, or null. */
    static @Nullable DevVersion ofThisThread() {
        return OF_THREAD.get();
    }

    /** Calls the main method; what comes of it is {@link #served}. */
    void start(MainMethod main, String... args) {
        Thread thread = new Thread(() -> run(main, args), "skill-dev-" + number);
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        thread.start();
    }

    private void run(MainMethod main, String... args) {
        OF_THREAD.set(this);
        try {
            main.call(classes, args);
            served.completeExceptionally(
                    new DaemonStartException("The main method ended without a call of run(args)."));
        } catch (Ended e) {
            LOG.debug("Version {} has ended", number);
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            if (!served.completeExceptionally(e)) {
                LOG.warn("The main method of version {} failed as it ended", number, e);
            }
        }
    }

    /** The skill, once it can be called; fails with why it cannot. */
    CompletableFuture<Served> served() {
        return served;
    }

    /**
     * Opens the skill that the main method has described, and waits until the version ends.
     *
     * @return never a value: what to throw then
     */
    Ended serve(SkillDescription skill, Map<String, String> settings) {
        try {
            OpenedSkill opened = OpenedSkill.open(skill, settings, resources, number);
            DaemonServer.Served by = connection.connect(opened, skill);
            served.complete(new Served(new VersionSwitch.Version(by.handler()), by, opened, skill));
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            resources.close();
            served.completeExceptionally(
                    e instanceof IncompatibleLibraryException told
                            ? new DaemonStartException(String.valueOf(told.getMessage()), told)
                            : e);
            return new Ended();
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Ended();
    }

    /** Runs something that looks for the program's resources. */
    void within(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Closes what it holds open. Nothing of it is called any more. */
    void end() {
        resources.close();
        ended.countDown();
        try {
            classes.close();
        } catch (IOException e) {
            LOG.debug("The classes of version {} cannot be closed", number, e);
        }
    }
}
