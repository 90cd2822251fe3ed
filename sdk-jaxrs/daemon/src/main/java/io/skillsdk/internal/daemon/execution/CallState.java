package io.skillsdk.internal.daemon.execution;

/**
 * Where the thread and the place of a {@link Call} are.
 *
 * <table>
 * <caption>States: what a call has in each</caption>
 * <tr><th>state</th><th>place</th><th>thread</th><th>timer</th></tr>
 * <tr><td>NEW</td><td>no</td><td>no</td><td>none</td></tr>
 * <tr><td>WAITING</td><td>no, or yes while it waits for a thread</td><td>no</td><td>max-wait</td></tr>
 * <tr><td>LEADING</td><td>yes</td><td>the leading one</td><td>none: the monitor looks at it</td></tr>
 * <tr><td>RUNNING</td><td>yes</td><td>its own</td><td>deadline</td></tr>
 * <tr><td>PENDING</td><td>yes</td><td>back, without an answer</td><td>deadline</td></tr>
 * <tr><td>GIVEN_UP</td><td>left, counted as given up</td><td>not back after the deadline</td><td>none</td></tr>
 * <tr><td>OVERDUE</td><td>yes, as no more may be given up</td><td>not back after the deadline</td><td>none</td></tr>
 * <tr><td>ENDED</td><td>left</td><td>back</td><td>none</td></tr>
 * </table>
 */
enum CallState {
    NEW,
    WAITING,
    LEADING,
    RUNNING,
    PENDING,
    GIVEN_UP,
    OVERDUE,
    ENDED;

    /** Whether a thread is on it, and in time. */
    boolean isOnThread() {
        return this == LEADING || this == RUNNING;
    }
}
