package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import org.glassfish.grizzly.nio.SelectorRunner;

/**
 * Runs a selector until the daemon stops, or another thread takes it over. Whatever comes out of it, it goes on where it was: without a thread,
 * nothing would be read any more from its connections.
 */
public record SelectorTask(SelectorRunner runner) implements Runnable {

    private static final long PAUSE_MILLIS = 20;

    /** What a pool is to run in place of a task: a selector's in this way, any other as it is. */
    public static Runnable surviving(Runnable task) {
        return task instanceof SelectorRunner runner ? new SelectorTask(runner) : task;
    }

    @Override
    public void run() {
        boolean again = true;
        while (again) {
            try {
                runner.run();
                again = false;
            } catch (Throwable e) {
                again = survives(e);
            }
        }
    }

    private boolean survives(Throwable thrown) {
        try {
            FatalErrorExit.uncaught(thrown);
            Thread.sleep(PAUSE_MILLIS); // what fails now, as when there are no files left, would fail at once again
        } catch (InterruptedException e) {
            return false; // stopped
        } catch (Throwable e) {
            // not even that works: all the more reason to go on
        }
        if (runner.getRunnerThread() != Thread.currentThread()) {
            return false; // taken over
        }
        runner.postpone();
        return true;
    }
}
