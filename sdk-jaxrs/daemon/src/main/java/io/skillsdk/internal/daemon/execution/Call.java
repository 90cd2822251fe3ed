package io.skillsdk.internal.daemon.execution;

import io.skillsdk.call.CallContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The life of one call, whichever way it runs: at once on the thread that leads a selector, on a thread of its own, or asynchronously; an
 * action alone, or together with the JAX-RS components around it. It decides who answers, and who sends that.
 *
 * <p>Its answer is decided in the same lock, and the state says who sends it, once: its own thread when that is back, a thread of the pool when it was
 * PENDING, or the one that gives its thread up. {@link CallState} has the states, ARCHITECTURE.md the transitions. Nothing foreign is called while the lock is held.
 */
public final class Call extends AnswerDecision implements LeadingCall, ConcurrencyLimiter.Waiter, Runnable {

    private final Work work;

    private final CallLimits limits;

    // all guarded by this, but for what only its thread sets before others know it
    private CallState state = CallState.NEW;
    private boolean placed;
    private boolean hangs;
    private boolean listed;
    private long began;
    private @Nullable Future<?> timer;

    // of the arriving thread: the one that gives it its place may have another call's
    private @Nullable CallContext context;

    private volatile boolean threadComes;

    Call(Work work, CallLimits limits) {
        this.work = work;
        this.limits = limits;
    }

    /** Takes a place if one is free at once, to run on this thread, which leads a selector: {@link #runHere} and {@link #returned} follow. */
    public boolean lead() {
        if (!limits.limiter().tryEnter()) {
            return false;
        }
        began = System.nanoTime();
        placed = true;
        state = CallState.LEADING;
        return true;
    }

    /** Has it run on a thread of its own when its turn comes. The work is detached already. */
    public void dispatch() {
        CallContext arriving = CallContext.capture(); // asks libraries, so not with the lock held
        synchronized (this) {
            state = CallState.WAITING;
            context = arriving;
            list();
        }
        limits.limiter().enterOrWait(this);
        synchronized (this) {
            if (state == CallState.WAITING && !threadComes) {
                timer = limits.threads().after(limits.maxWait().toMillis(), this::giveUpWaiting);
            }
        }
    }

    @Override
    public boolean enter() {
        synchronized (this) {
            if (state != CallState.WAITING) {
                return false;
            }
            placed = true;
        }
        try {
            threadComes = limits.threads().executeOrWait(this);
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
        CallContext own;
        synchronized (this) {
            if (state != CallState.WAITING) {
                return;
            }
            own = context;
            cancelTimer();
            state = CallState.RUNNING;
            began = System.nanoTime();
        }
        limitTime();
        try {
            Objects.requireNonNull(own).run(this::runHere);
        } catch (Throwable e) { // of a library whose context could not be opened or closed
            FatalErrorExit.endIfFatal(e);
            fail(e);
        }
        returned();
    }

    /** Runs the work on this thread, and leaves nothing of it behind there. */
    public void runHere() {
        try {
            work.run();
        } catch (Throwable e) {
            FatalErrorExit.endIfFatal(e);
            fail(e);
        } finally {
            DaemonThread.clean();
        }
    }

    /** Begins the time by which there has to be an answer, if there is one and it has not begun; counted from when the work began. */
    public synchronized void limitTime() {
        if (timer == null && (state == CallState.RUNNING || state == CallState.PENDING) && work.hasDeadline()) {
            long left = limits.timeout().toNanos() - (System.nanoTime() - began);
            timer = limits.threads().after(Math.max(0, left / 1_000_000), this::expire);
        }
    }

    /** How long it may take. */
    public Duration timeLimit() {
        return limits.timeout();
    }

    @Override
    public boolean isDue(long now) {
        return now - began > limits.timeout().toNanos();
    }

    @Override
    public void outlastsLeader() {
        AverageDuration averageDuration = work.averageDuration();
        synchronized (this) {
            state = CallState.RUNNING;
            hangs = averageDuration != null;
            list();
        }
        if (averageDuration != null) {
            averageDuration.hangs();
        }
        limitTime();
    }

    @Override
    boolean decided() {
        if (state != CallState.PENDING) {
            return false;
        }
        end();
        return true;
    }

    /** With the lock held. */
    private void end() {
        state = CallState.ENDED;
        cancelTimer();
        delist();
    }

    /** With the lock held. From now on it is among the calls in flight, until it is answered. */
    private void list() {
        if (!listed) {
            listed = true;
            limits.inFlight().add(this);
        }
    }

    /** With the lock held. */
    private void delist() {
        if (listed) {
            listed = false;
            limits.inFlight().remove(this);
        }
    }

    /** Which call it is, for a log. */
    String inWords() {
        return work.inWords();
    }

    /** With the lock held. */
    private void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** The work has failed by itself, which is answered unless it has an answer. */
    public void fail(Throwable thrown) {
        boolean counts = take();
        try {
            work.fail(thrown, counts);
        } finally {
            if (counts) {
                decide(null);
            }
        }
    }

    /** Its thread is back. */
    public void returned() {
        boolean detached = !isThere() && work.detach();
        CallState before;
        boolean hung;
        boolean pending;
        synchronized (this) {
            before = state;
            hung = hangs;
            hangs = false;
            pending = detached && !isThere() && before.isOnThread();
            if (pending) {
                state = CallState.PENDING;
                list();
            } else {
                end();
            }
        }
        learn(hung);
        if (pending) {
            limitTime();
        } else if (!before.isOnThread()) {
            work.detach(); // who has given it up sends the answer, or has done so
            if (before == CallState.GIVEN_UP) {
                limits.returned();
            } else {
                leave();
            }
        } else if (detached) {
            send(); // it was answered meanwhile
        } else {
            leave();
            if (before == CallState.LEADING) {
                work.send(whole());
            } else {
                CallContext.outside(() -> work.send(whole())).run(); // the next request may be read within
            }
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

    private void expire() {
        if (!work.expire(limits.timeout())) {
            return;
        }
        AverageDuration averageDuration = work.averageDuration();
        boolean left;
        synchronized (this) {
            if (state != CallState.RUNNING) {
                return; // its thread is back: that sends it, or the pool does
            }
            delist(); // its client is answered
            left = limits.giveUp();
            state = left ? CallState.GIVEN_UP : CallState.OVERDUE;
            if (averageDuration != null && !hangs) {
                hangs = true;
                averageDuration.hangs();
            }
        }
        try {
            work.send(whole());
        } finally {
            if (left) {
                leave();
            }
        }
    }

    private void giveUpWaiting() {
        boolean hasPlace;
        synchronized (this) {
            if (state != CallState.WAITING) {
                return;
            }
            end();
            hasPlace = placed;
        }
        if (hasPlace) {
            limits.threads().forget(this);
            leave();
        } else {
            limits.limiter().giveUp(this);
        }
        work.refuse("The daemon is busy: the concurrency limit is reached and no slot became free within "
                + limits.maxWait().toMillis() + " ms. Try again later.");
        work.send(whole());
    }

    private void leave() {
        limits.limiter().leave();
    }

    /**
     * Gives its place back, and has its answer sent by the pool: the thread that has completed it, perhaps another action in the middle of its own
     * call, must not find the next request of that connection running inside.
     */
    @Override
    void send() {
        leave();
        try {
            limits.threads().executeOrWait(() -> work.send(whole()));
        } catch (RejectedExecutionException e) {
            // the daemon has stopped, and its connections are closed
        }
    }
}
