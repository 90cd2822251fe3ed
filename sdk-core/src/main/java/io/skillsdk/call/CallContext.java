package io.skillsdk.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What a thread knows of the call that it works for: the logging context (MDC), and what each {@link ContextCarrier} adds, such as the
 * current span. A thread of an author's own knows nothing of the call, unless its work is wrapped:
 *
 * <pre>{@code
 * CompletableFuture.supplyAsync(this::compute, CallContext.wrapExecutor(executor))
 * }</pre>
 *
 * <p>Immutable.
 */
public final class CallContext {

    private static final List<ContextCarrier> CARRIERS =
            ServiceLoader.load(ContextCarrier.class, ContextCarrier.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private final @Nullable Map<String, String> logging;

    private final List<ContextCarrier.Captured> carried;

    private CallContext(@Nullable Map<String, String> logging, List<ContextCarrier.Captured> carried) {
        this.logging = logging;
        this.carried = carried;
    }

    /**
     * Captures the context of this thread.
     *
     * @return the context
     */
    public static CallContext capture() {
        return new CallContext(MDC.getCopyOfContextMap(), each(ContextCarrier::capture));
    }

    /**
     * Returns a task that runs in the context of no call, whichever the thread has then.
     *
     * @param task the work
     * @return the task; the same one where there is no {@link ContextCarrier}
     */
    public static Runnable outside(Runnable task) {
        Objects.requireNonNull(task, "task");
        if (CARRIERS.isEmpty()) {
            return task;
        }
        return new CallContext(null, each(ContextCarrier::none)).wrap(task);
    }

    private static List<ContextCarrier.Captured> each(Function<ContextCarrier, ContextCarrier.Captured> taken) {
        return CARRIERS.isEmpty() ? List.of() : CARRIERS.stream().map(taken).toList();
    }

    /**
     * Returns an executor whose tasks run in the context of the thread that hands them in.
     *
     * @param executor what runs the tasks
     * @return the executor, which is as thread-safe as the other
     */
    public static Executor wrapExecutor(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(capture().wrap(task));
    }

    /**
     * Returns such an executor on the threads that {@link CompletableFuture} uses by default.
     *
     * @return the executor
     */
    public static Executor commonExecutor() {
        return wrapExecutor(new CompletableFuture<>().defaultExecutor());
    }

    /**
     * Returns a task that runs in this context, on whichever thread.
     *
     * @param task the work
     * @return the task; the thread has its own context again when it has run
     */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        return () -> run(task);
    }

    /**
     * Runs a task in this context, on this thread, which has its own context again afterwards.
     *
     * @param task the work
     */
    public void run(Runnable task) {
        Objects.requireNonNull(task, "task");
        Map<String, String> before = MDC.getCopyOfContextMap();
        Deque<ContextCarrier.Scope> open = new ArrayDeque<>();
        try {
            set(logging);
            carried.forEach(captured -> open.push(captured.open()));
            task.run();
        } finally {
            try {
                open.forEach(ContextCarrier.Scope::close);
            } finally {
                set(before);
            }
        }
    }

    private static void set(@Nullable Map<String, String> context) {
        if (context == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(context);
        }
    }
}
