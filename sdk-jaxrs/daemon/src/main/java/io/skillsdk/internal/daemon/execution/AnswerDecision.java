package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.CallAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a call: the first, of the action, its stage, the JAX-RS runtime, the deadline, a refusal and what fails. The one place that decides it.
 *
 * <table>
 * <caption>Transitions</caption>
 * <tr><th>event</th><th>from, to</th><th>who</th></tr>
 * <tr><td>{@link #offer}</td><td>OPEN, DECIDED</td><td>who has a whole answer</td></tr>
 * <tr><td>{@link #take}</td><td>OPEN, TAKEN</td><td>who begins to write one, or to make one</td></tr>
 * <tr><td>{@link #decide}</td><td>TAKEN, DECIDED</td><td>the one who has taken it, on whichever thread</td></tr>
 * </table>
 *
 * <p>It is a part of the {@link Call}, and in its lock: the call sees the answer and the states of its thread and place change at once.
 */
abstract class AnswerDecision implements CallAnswer {

    private enum Stage {
        OPEN,
        TAKEN,
        DECIDED
    }

    /** Changed with the lock held only. */
    private volatile Stage stage = Stage.OPEN;

    // guarded by this
    private @Nullable ActionAnswer whole;

    /** Is told, with the lock held, that it is decided. Returns whether {@link #send} is to follow: nobody else will. */
    abstract boolean decided();

    /** Has the answer sent by another thread than this. */
    abstract void send();

    @Override
    public final boolean isDecided() {
        return stage != Stage.OPEN;
    }

    @Override
    public final boolean offer(ActionAnswer answer) {
        boolean sends;
        synchronized (this) {
            if (stage != Stage.OPEN) {
                return false;
            }
            sends = close(answer);
        }
        if (sends) {
            send();
        }
        return true;
    }

    @Override
    public final boolean failFatally(VirtualMachineError error) {
        FatalErrorExit.end(error);
        return true;
    }

    /** Takes the right to answer; {@link #decide} is to follow. Returns false when another has it. */
    public final synchronized boolean take() {
        if (stage != Stage.OPEN) {
            return false;
        }
        stage = Stage.TAKEN;
        return true;
    }

    /** The answer is there, by the right that was taken: whole, or null when it is written. */
    public final void decide(@Nullable ActionAnswer answer) {
        boolean sends;
        synchronized (this) {
            sends = close(answer);
        }
        if (sends) {
            send();
        }
    }

    private boolean close(@Nullable ActionAnswer answer) {
        stage = Stage.DECIDED;
        whole = answer;
        return decided();
    }

    /** Whether the answer is there. Exact only with the lock held. */
    final boolean isThere() {
        return stage == Stage.DECIDED;
    }

    /** The answer, once it is there; null when it is written. */
    final synchronized @Nullable ActionAnswer whole() {
        return whole;
    }
}
