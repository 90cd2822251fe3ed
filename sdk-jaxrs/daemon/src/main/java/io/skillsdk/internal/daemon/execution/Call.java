package io.skillsdk.internal.daemon.execution;

import io.skillsdk.call.CallContext;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The life of one call, whichever way it runs: at once on the thread that leads a selector, on a thread of its own, or asynchronously;
 * an action alone, or together with the JAX-RS components around it.
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
 *
 * <table>
 * <caption>Transitions: everything else is ignored in a state that is not named</caption>
 * <tr><th>event</th><th>from, to</th><th>who</th></tr>
 * <tr><td>{@link #lead}</td><td>NEW, LEADING, if a place is free at once</td><td>the leading thread</td></tr>
 * <tr><td>{@link #dispatch}</td><td>NEW, WAITING</td><td>any</td></tr>
 * <tr><td>{@link #run}</td><td>WAITING, RUNNING</td><td>its own thread</td></tr>
 * <tr><td>{@link #giveUpWaiting}</td><td>WAITING, ENDED: refused</td><td>the pool, for the clock</td></tr>
 * <tr><td>{@link #outlastsLeader}</td><td>LEADING, RUNNING</td><td>the monitor</td></tr>
 * <tr><td>{@link #returned}</td><td>LEADING or RUNNING: ENDED with an answer, PENDING without; GIVEN_UP or OVERDUE, ENDED</td>
 * <td>its thread</td></tr>
 * <tr><td>{@link #answered}</td><td>PENDING, ENDED</td><td>any</td></tr>
 * <tr><td>{@link #expire}</td><td>if there is no answer yet: RUNNING, GIVEN_UP or OVERDUE; PENDING, ENDED</td>
 * <td>the pool, for the clock</td></tr>
 * </table>
 *
 * <p>Who answers first is decided by {@link Work}, before the state changes. Nothing foreign is called while the lock is held. An
 * answer that comes from another thread is sent by a thread of the pool: the thread that has completed it, perhaps another action in the middle
 * of its own call, must not find the next request of that connection running inside.
 */
public final class Call implements LeadingCall, ConcurrencyLimiter.Waiter, Runnable {

    private enum State {
        NEW,
        WAITING,
        LEADING,
        RUNNING,
        PENDING,
        GIVEN_UP,
        OVERDUE,
        ENDED
    }

    private final Work work;

    private final WorkerDispatcher dispatcher;

    // all guarded by this, but for what only its thread sets before others know it
    private State state = State.NEW;
    private boolean placed;
    private boolean hangs;
    private long began;
    private @Nullable Future<?> timer;

    private @Nullable CallContext context;
    private volatile boolean threadComes;

    Call(Work work, WorkerDispatcher dispatcher) {
        this.work = work;
        this.dispatcher = dispatcher;
    }

    /** Takes a place if one is free at once, to run on this thread, which leads a selector: {@link #runHere} and {@link #returned} follow. */
    public boolean lead() {
        if (!dispatcher.limiter().tryEnter()) {
            return false;
        }
        began = System.nanoTime();
        placed = true;
        state = State.LEADING;
        return true;
    }

    /** Has it run on a thread of its own when its turn comes. The work is detached already. */
    public void dispatch() {
        synchronized (this) {
            state = State.WAITING;
            context = CallContext.capture();
        }
        dispatcher.limiter().enterOrWait(this);
        synchronized (this) {
            if (state == State.WAITING && !threadComes) {
                timer = dispatcher.threads().after(dispatcher.maxWait().toMillis(), this::giveUpWaiting);
            }
        }
    }

    @Override
    public boolean enter() {
        synchronized (this) {
            if (state != State.WAITING) {
                return false;
            }
            placed = true;
        }
        try {
            threadComes = dispatcher.threads().executeOrWait(this);
        } catch (RejectedExecutionException e) {
            giveUpWaiting(); // the daemon has stopped
        } catch (RuntimeException | Error e) {
            giveUpWaiting();
            throw e;
        }
        return true;
    }

    /** On a thread of its own. */
    @Override
    public void run() {
        Future<?> wait;
        CallContext own;
        synchronized (this) {
            if (state != State.WAITING) {
                return;
            }
            own = context;
            state = State.RUNNING;
            began = System.nanoTime();
            wait = timer;
            timer = null;
        }
        cancel(wait);
        limitTime();
        Objects.requireNonNull(own).run(this::runHere);
        returned();
    }

    /** Runs the work on this thread, and leaves nothing of it behind there. */
    public void runHere() {
        try {
            work.run();
        } catch (Throwable e) {
            FatalErrorExit.endIfFatal(e);
            work.fail(e);
        } finally {
            DaemonThread.clean();
        }
    }

    /** Begins the time by which there has to be an answer, if there is one and it has not begun; counted from when the work began. */
    public synchronized void limitTime() {
        if (timer == null && (state == State.RUNNING || state == State.PENDING) && work.hasDeadline()) {
            long left = dispatcher.timeout().toNanos() - (System.nanoTime() - began);
            timer = dispatcher.threads().after(Math.max(0, left / 1_000_000), this::expire);
        }
    }

    @Override
    public boolean isDue(long now) {
        return now - began > dispatcher.timeout().toNanos();
    }

    @Override
    public void outlastsLeader() {
        AverageDuration averageDuration = work.averageDuration();
        synchronized (this) {
            state = State.RUNNING;
            hangs = averageDuration != null;
        }
        if (averageDuration != null) {
            averageDuration.hangs();
        }
        limitTime();
    }

    /** Its thread is back. */
    public void returned() {
        boolean pending = !work.isAnswered() && work.detach();
        State before;
        boolean hung;
        Future<?> deadline = null;
        synchronized (this) {
            before = state;
            hung = hangs;
            hangs = false;
            if (pending && (before == State.LEADING || before == State.RUNNING)) {
                state = State.PENDING;
            } else {
                state = State.ENDED;
                deadline = timer;
                timer = null;
            }
        }
        learn(hung);
        if (before == State.GIVEN_UP) {
            dispatcher.returned();
        } else if (!pending || before == State.OVERDUE) {
            leave();
        }
        cancel(deadline);
        if (pending) {
            limitTime();
            work.whenAnswered(this::answered);
        } else if (before == State.LEADING) {
            work.send();
        } else {
            CallContext.outside(work::send).run(); // the next request may be read within
        }
    }

    private void learn(boolean hung) {
        AverageDuration averageDuration = work.averageDuration();
        if (averageDuration != null) {
            averageDuration.took(System.nanoTime() - began);
            if (hung) {
                averageDuration.hangsNoMore();
            }
        }
    }

    /** There is an answer, from whichever thread. */
    public void answered() {
        boolean ended;
        Future<?> deadline = null;
        synchronized (this) {
            ended = state == State.PENDING;
            if (ended) {
                state = State.ENDED;
                deadline = timer;
                timer = null;
            }
        }
        if (ended) {
            cancel(deadline);
            leave();
        }
        try {
            dispatcher.threads().executeOrWait(work::send);
        } catch (RejectedExecutionException e) {
            // the daemon has stopped, and its connections are closed
        }
    }

    private void expire() {
        if (!work.expire(dispatcher.timeout())) {
            return;
        }
        AverageDuration averageDuration = work.averageDuration();
        boolean left;
        synchronized (this) {
            left = state == State.PENDING;
            if (left) {
                state = State.ENDED;
            } else if (state == State.RUNNING) {
                left = dispatcher.giveUp();
                state = left ? State.GIVEN_UP : State.OVERDUE;
                if (averageDuration != null && !hangs) {
                    hangs = true;
                    averageDuration.hangs();
                }
            }
        }
        if (left) {
            leave();
        }
    }

    private void giveUpWaiting() {
        boolean hasPlace;
        synchronized (this) {
            if (state != State.WAITING) {
                return;
            }
            state = State.ENDED;
            hasPlace = placed;
        }
        if (hasPlace) {
            dispatcher.threads().forget(this);
            leave();
        } else {
            dispatcher.limiter().giveUp(this);
        }
        work.refuse("The daemon is busy: the concurrency limit is reached and no slot became free within "
                + dispatcher.maxWait().toMillis() + " ms. Try again later.");
    }

    private void leave() {
        dispatcher.limiter().leave();
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
