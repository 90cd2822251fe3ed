package io.skillsdk.daemon;

import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.job.Job;
import io.skillsdk.internal.daemon.job.JobResult;
import io.skillsdk.internal.daemon.job.JobRun;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.failure.IncompatibleLibraryException;
import java.io.PrintWriter;
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
    int run(Map<String, String> settings, Job job, PrintWriter out, PrintWriter err) {
        JavaLogging.toSlf4j();
        if (Thread.getDefaultUncaughtExceptionHandler() == null) {
            Thread.setDefaultUncaughtExceptionHandler(FatalErrorExit::uncaught);
        }
        TerminationSignal.onTerm(this::stop);
        int code = runAndClose(settings, job, out, err);
        return code != 0 && told ? TerminationHook.ENDED_BY_SIGTERM : code;
    }

    private int runAndClose(Map<String, String> settings, Job job, PrintWriter out, PrintWriter err) {
        SkillResources resources = new SkillResources();
        try {
            return open(settings, resources).run(job, out);
        } catch (InterruptedException e) {
            Thread.interrupted(); // what is open is to be closed in order
            return TerminationHook.ENDED_BY_SIGTERM;
        } catch (DaemonStartException | IncompatibleLibraryException e) {
            err.println("The job cannot start: " + Printable.of(String.valueOf(e.getMessage())));
            err.flush();
            return CANNOT_START;
        } finally {
            resources.close();
        }
    }

    private JobRun open(Map<String, String> settings, SkillResources resources) {
        OpenedSkill opened = OpenedSkill.open(skill, settings, resources, 0);
        ActionPipeline pipeline = new ActionPipeline(opened.fabric()).with(opened.options());
        return new JobRun(opened.catalog(), pipeline, new JobResult(opened.fabric()));
    }

    private int stop() {
        told = true;
        working.interrupt();
        return ended.join();
    }
}
