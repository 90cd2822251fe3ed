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
import org.jspecify.annotations.Nullable;

/** The process around a job: all that a daemon opens but its port, one call, and all closed again. */
final class JobProcess {

    private static final int FAILED = 1;

    private final SkillDescription skill;

    private final CompletableFuture<Integer> ended;

    private final Thread working = Thread.currentThread();

    /** What has told the process to end. */
    private volatile @Nullable TerminationSignal told;

    /**
     * Makes it, on the thread that runs it.
     *
     * @param ended completes with the exit code once the process is about to end
     */
    JobProcess(SkillDescription skill, CompletableFuture<Integer> ended) {
        this.skill = skill;
        this.ended = ended;
    }

    /** Runs the job; returns the exit code. A signal interrupts it, and what it holds open is closed all the same. */
    int run(Map<String, String> settings, Job job, PrintWriter out, PrintWriter err) {
        JavaLogging.toSlf4j();
        if (Thread.getDefaultUncaughtExceptionHandler() == null) {
            Thread.setDefaultUncaughtExceptionHandler(FatalErrorExit::uncaught);
        }
        TerminationSignal.onFirst(this::stop);
        int code = runAndClose(settings, job, out, err);
        TerminationSignal by = told;
        return code != 0 && by != null ? by.exitCode() : code;
    }

    private int runAndClose(Map<String, String> settings, Job job, PrintWriter out, PrintWriter err) {
        SkillResources resources = new SkillResources();
        try {
            return open(settings, resources).run(job, out);
        } catch (InterruptedException e) {
            Thread.interrupted(); // what is open is to be closed in order
            return FAILED;
        } catch (DaemonStartException | IncompatibleLibraryException e) {
            err.println("The job cannot start: " + Printable.of(String.valueOf(e.getMessage())));
            err.flush();
            return FAILED;
        } finally {
            resources.close();
        }
    }

    private JobRun open(Map<String, String> settings, SkillResources resources) {
        OpenedSkill opened = OpenedSkill.open(skill, settings, resources, 0);
        ActionPipeline pipeline = new ActionPipeline(opened.fabric()).with(opened.options());
        return new JobRun(opened.catalog(), pipeline, new JobResult(opened.fabric()));
    }

    private int stop(TerminationSignal signal) {
        told = signal;
        working.interrupt();
        return ended.join();
    }
}
