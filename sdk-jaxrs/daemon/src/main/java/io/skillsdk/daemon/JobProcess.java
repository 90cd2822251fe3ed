package io.skillsdk.daemon;

import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.daemon.job.Job;
import io.skillsdk.internal.daemon.job.JobResult;
import io.skillsdk.internal.daemon.job.JobRun;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.json.mapper.IncompatibleLibraryException;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.settings.SkillSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The process around a job: all that a daemon opens but its port, one call, and all closed again. */
final class JobProcess {

    private static final int CANNOT_START = 1;

    private final SkillDescription skill;

    private final CompletableFuture<Integer> ended;

    private final Thread working = Thread.currentThread();

    private volatile boolean told;

    /**
     * Makes it, on the thread that runs it.
     *
     * @param ended completes with the exit code once the process is about to end
     */
    JobProcess(SkillDescription skill, CompletableFuture<Integer> ended) {
        this.skill = skill;
        this.ended = ended;
    }

    /** Runs the job; returns the exit code. SIGTERM interrupts it, and what it holds open is closed all the same. */
    int run(Job job, PrintWriter out, PrintWriter err) {
        JavaLogging.toSlf4j();
        TerminationSignal.onTerm(this::stop);
        int code = runAndClose(job, out, err);
        return code != 0 && told ? TerminationSignal.ENDED_BY_SIGTERM : code;
    }

    private int runAndClose(Job job, PrintWriter out, PrintWriter err) {
        SkillResources resources = new SkillResources();
        try {
            return open(resources).run(job, out);
        } catch (InterruptedException e) {
            Thread.interrupted(); // what is open is to be closed in order
            return TerminationSignal.ENDED_BY_SIGTERM;
        } catch (DaemonStartException | IncompatibleLibraryException e) {
            err.println("The job cannot start: " + Printable.of(String.valueOf(e.getMessage())));
            err.flush();
            return CANNOT_START;
        } finally {
            resources.close();
        }
    }

    private JobRun open(SkillResources resources) {
        SettingSources sources = skill.sources(Map.of());
        ServerSettings read = skill.read(sources);
        ProcessFabric platform = new ProcessFabric(skill.platform(sources), Path.of(""));
        skill.openSurroundings(resources);
        Extensions extensions = Extensions.find(sources);
        extensions.openIn(resources);
        ActionCatalog catalog = SkillDescription.catalog(
                read, skill.make(SkillSettings.ofProcess(Map.of(), skill.settings), resources));
        skill.runStartHooks(() -> {});
        skill.stopHooks.forEach(resources::atEnd);
        ActionPipeline pipeline = new ActionPipeline(platform).with(extensions.extended(skill.options));
        return new JobRun(catalog, pipeline, new JobResult(platform));
    }

    private int stop() {
        told = true;
        working.interrupt();
        return ended.join();
    }
}
