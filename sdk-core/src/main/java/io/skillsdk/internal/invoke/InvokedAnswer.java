package io.skillsdk.internal.invoke;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.background.CallTasks;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a call was answered.
 *
 * @param answer the answer, as a daemon would send it
 * @param background the work that follows it; null where the action was not reached
 */
public record InvokedAnswer(ActionAnswer answer, @Nullable CallTasks background) {

    /**
     * Why background tasks did not succeed.
     *
     * @param message a sentence for people
     * @param cause what was thrown; null where the sentence is all
     */
    public record BackgroundFailure(
            String message, @Nullable Throwable cause) {}

    /**
     * Waits until the background tasks of the call have run.
     *
     * @return null when all have succeeded
     */
    public @Nullable BackgroundFailure awaitBackgroundTasks(Duration limit) {
        CallTasks tasks = background;
        if (tasks == null) {
            return null;
        }
        try {
            tasks.ended().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new BackgroundFailure(
                    "The background tasks have not ended within " + limit.toMillis() + " ms: " + tasks.left(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new BackgroundFailure("Interrupted while background tasks were running.", e);
        } catch (ExecutionException e) {
            return new BackgroundFailure("The background tasks have failed.", e.getCause());
        }
        Throwable failure = tasks.failure();
        return failure == null ? null : new BackgroundFailure("A background task has failed: " + failure, failure);
    }
}
