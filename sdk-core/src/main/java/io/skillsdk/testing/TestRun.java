package io.skillsdk.testing;

import io.skillsdk.internal.call.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call with a deadline: on a thread of its own, as in the daemon, so that an action that hangs does not hang its test. */
final class TestRun {

    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    private TestRun() {}

    static Duration checked(Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("The timeout must be from 1 ms to 1 h, but is " + limit + ".");
        }
        return limit;
    }

    static TestResponse of(Invocation invocation, Duration timeout) {
        String name = invocation.action().name();
        Thread thread = new Thread(invocation, "skill-tester-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            ActionAnswer answer = answer(invocation, timeout);
            invocation.told().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            invocation.sent();
            return new TestResponse(answer, invocation.background());
        } catch (InterruptedException e) {
            invocation.expire(timeout);
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the action '" + name + "' was running.", e);
        } catch (TimeoutException e) {
            throw new AssertionError("A call listener of the action '" + name + "' has not returned in time.", e);
        } catch (ExecutionException e) {
            throw new AssertionError("The JVM failed while the action '" + name + "' was running.", e.getCause());
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
