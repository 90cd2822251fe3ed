package io.skillsdk.internal.jaxrs;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** The thread of a request while it waits for an answer that another thread makes: it answers the questions which that one has meanwhile. */
final class WaitingThread {

    private final Thread thread = Thread.currentThread();

    private final BlockingQueue<Runnable> questions = new LinkedBlockingQueue<>();

    /** Has a question answered on the waiting thread, once it waits. What the question throws is thrown here. */
    boolean ask(BooleanSupplier question) {
        if (Thread.currentThread() == thread) {
            return question.getAsBoolean();
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        questions.add(() -> {
            try {
                answer.complete(question.getAsBoolean());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }

    /** Waits for the result, on the thread that has made this. An interrupt is remembered, and does not end the wait: the call has a time of its own. */
    <T> T await(CompletableFuture<T> result) {
        var unused = result.whenComplete((value, failure) -> questions.add(WaitingThread::wakeUp));
        boolean interrupted = false;
        while (!result.isDone()) {
            try {
                questions.take().run();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            thread.interrupt();
        }
        return result.join();
    }

    /** Is all that is asked once the result is there. */
    private static void wakeUp() {}
}
