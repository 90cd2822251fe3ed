package io.skillsdk.daemon;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.settings.ValidSettings;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.failure.IncompatibleLibraryException;
import io.skillsdk.internal.json.JsonWarmUp;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.settings.SkillSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One start of a daemon: settings, actions, server, port, in this order. What was opened is closed when it fails halfway. */
final class DaemonStart {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private final SkillDescription skill;

    private final Map<String, String> arguments;

    private final Runnable untilTerminable;

    private final SkillResources resources = new SkillResources();

    private DaemonStart(SkillDescription skill, Map<String, String> arguments, Runnable untilTerminable) {
        this.skill = skill;
        this.arguments = arguments;
        this.untilTerminable = untilTerminable;
    }

    /**
     * Starts a daemon; when this returns, it answers.
     *
     * @throws DaemonStartException when it cannot start, or the thread is interrupted
     */
    static RunningDaemon start(SkillDescription skill, Map<String, String> arguments) {
        return start(skill, arguments, () -> {});
    }

    /**
     * Starts a daemon; when this returns, it answers.
     *
     * @param untilTerminable waits until a signal would stop the daemon in order: before anything is made, and before it can be called
     * @throws DaemonStartException when it cannot start, or the thread is interrupted
     */
    static RunningDaemon start(SkillDescription skill, Map<String, String> arguments, Runnable untilTerminable) {
        DaemonStart start = new DaemonStart(skill, arguments, untilTerminable);
        try {
            return start.start();
        } catch (IncompatibleLibraryException e) {
            start.resources.close();
            throw new DaemonStartException(e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            start.resources.close();
            throw e;
        }
    }

    private RunningDaemon start() {
        long begin = System.nanoTime();
        SettingSources sources = skill.sources(arguments);
        ValidSettings settings = skill.read(sources);
        ServerSettings read = settings.daemon();
        for (String doubt : skill.doubts(sources)) {
            LOG.warn(doubt);
        }
        skill.openSurroundings(resources);
        FutureTask<ActionCatalog> found = new FutureTask<>(() -> SkillDescription.catalog(read, make()));
        Thread finding = new Thread(found, "skill-daemon-start");
        finding.start();
        // meanwhile: what that thread needs soon, the server, and what the first call would have to wait for
        JsonWarmUp.datesAndNumbers();
        DaemonServer server = new DaemonServer(read, skill.readiness);
        server.warmUp();
        Extensions extensions = Extensions.find(sources);
        extensions.openIn(resources);
        ActionCatalog catalog = await(found, finding);
        skill.runStartHooks(untilTerminable);
        for (Runnable hook : skill.stopHooks) {
            resources.atEnd(hook);
        }
        OpenedSkill opened = new OpenedSkill(
                read,
                new ProcessFabric(settings.platform(), Path.of("")),
                extensions,
                extensions.extended(skill.options),
                catalog,
                0);
        DaemonServer.Served served = server.serve(opened, skill.components);
        untilTerminable.run();
        server.start(served.handler());
        RunningDaemon daemon = new RunningDaemon(new DaemonSettings(read), server, resources);
        LOG.info(
                "Serving {} on {}, {} ms after the start",
                served(catalog),
                "http://" + read.host() + ":" + daemon.port(),
                (System.nanoTime() - begin) / 1_000_000);
        return daemon;
    }

    private List<Object> make() {
        if (skill.makesActions()) {
            untilTerminable.run();
        }
        return skill.make(SkillSettings.ofProcess(arguments, skill.settings), resources);
    }

    private static ActionCatalog await(FutureTask<ActionCatalog> found, Thread finding) {
        try {
            return found.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DaemonStartException known) {
                throw known;
            }
            throw new DaemonStartException("The actions cannot be read: " + e.getCause(), e);
        } catch (InterruptedException | CancellationException e) {
            finding.interrupt();
            join(finding);
            Thread.currentThread().interrupt();
            throw new DaemonStartException("The start was interrupted.", e);
        }
    }

    /** Waits for a thread: what is being made when a start ends early has to be closed with the rest. */
    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String served(ActionCatalog catalog) {
        StringJoiner served = new StringJoiner(", ");
        for (Action action : catalog.actions()) {
            served.add(action.method() + " /" + action.path() + " (" + action.name() + ")");
        }
        return served.toString();
    }
}
