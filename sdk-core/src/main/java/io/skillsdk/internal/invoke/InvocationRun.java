package io.skillsdk.internal.invoke;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call with a deadline: on a thread of its own, as in the daemon, so that an action that hangs does not hang its client. */
final class InvocationRun {

    private InvocationRun() {}

    /**
     * Runs it, and waits for its answer.
     *
     * @throws UnansweredException when it ends without one
     */
    static InvokedAnswer of(Invocation invocation, Duration timeout) {
        String name = invocation.action().name();
        Thread thread = new Thread(invocation, "skill-invoke-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            ActionAnswer answer = answer(invocation, timeout);
            invocation.told().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            invocation.sent();
            return new InvokedAnswer(answer, invocation.background());
        } catch (InterruptedException e) {
            invocation.expire(timeout);
            Thread.currentThread().interrupt();
            throw new UnansweredException("Interrupted while the action '" + name + "' was running.", e);
        } catch (TimeoutException e) {
            throw new UnansweredException("A call listener of the action '" + name + "' has not returned in time.", e);
        } catch (ExecutionException e) {
            throw new UnansweredException("The JVM failed while the action '" + name + "' was running.", e.getCause());
        }
    }

    private static ActionAnswer answer(Invocation invocation, Duration timeout)
            throws InterruptedException, ExecutionException {
        try {
            return invocation.answer().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            invocation.expire(timeout);
            return invocation.answer().get();
        }
    }
}
