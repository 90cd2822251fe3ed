package io.skillsdk;

/**
 * Work after the answer: an action may take it as a parameter, and add tasks that run once its answer is sent.
 *
 * <pre>{@code
 * @SkillAction
 * public Receipt order(Order order, BackgroundTasks background) {
 *     Receipt receipt = orders.place(order);
 *     background.add("confirmation", () -> mail.confirm(receipt));
 *     return receipt;
 * }
 * }</pre>
 *
 * <p>The tasks of a call run one after another, in the order in which they were added, with the logging context (MDC) of the call. They
 * run only if the call answers with a result: after a refusal, a failure or a time-out they are dropped. A task that throws is logged
 * with the activation, and the next one runs all the same.
 *
 * <p>The daemon runs the tasks of at most {@code daemon.max-background-tasks} calls at a time; others wait. When it stops, tasks are in
 * flight like calls: they have {@code daemon.drain-timeout} to end, and what still runs then is logged by name and interrupted. They
 * live in the memory of the process alone, and are lost when it is killed: work that must not be lost belongs in a job or a queue. The
 * {@code Fabric} of the call ends with its answer.
 *
 * <p>In a unit test without the SDK's pipeline, {@code (name, task) -> tasks.add(task)} is one.
 */
@FunctionalInterface
public interface BackgroundTasks {

    /**
     * Adds a task. Called before the action returns or, if it is asynchronous, before its stage completes.
     *
     * @param name what it does, for the log
     * @param task the work
     * @throws SkillException with status 429 when too many tasks wait already
     * @throws IllegalStateException when the call is answered
     */
    void add(String name, Task task);

    /** A task. */
    @FunctionalInterface
    interface Task {

        /**
         * Does the work, on a thread that may block. It has no deadline; it is interrupted when the daemon stops and
         * {@code daemon.drain-timeout} is over.
         *
         * @throws Exception to have it logged as failed
         */
        void run() throws Exception;
    }
}
