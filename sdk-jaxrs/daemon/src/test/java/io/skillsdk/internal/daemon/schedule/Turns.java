package io.skillsdk.internal.daemon.schedule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** The turns that the threads of one run take. */
public final class Turns {

    private static final long PATIENCE_NANOS = 300_000_000_000L;

    /** How often to look whether a thread is blocked by another, which is not reported. */
    private static final long LOOK_NANOS = 50_000;

    private final class Turn {

        private final Thread thread;

        private final Semaphore go = new Semaphore(0);

        private volatile boolean yields = true;

        private volatile boolean ended;

        Turn(Runnable task) {
            this.thread = new Thread(
                    () -> {
                        current.set(this);
                        go.acquireUninterruptibly();
                        try {
                            task.run();
                        } catch (Throwable e) {
                            failure = e;
                        } finally {
                            ended = true;
                            LockSupport.unpark(scheduler);
                        }
                    },
                    "turn");
            thread.setDaemon(true);
        }
    }

    private final ThreadLocal<Turn> current = new ThreadLocal<>();

    private final Thread scheduler = Thread.currentThread();

    private final List<Integer> choices;

    private final List<Turn> turns = new ArrayList<>();

    private volatile Throwable failure;

    private int made;

    Turns(List<Integer> choices) {
        this.choices = choices;
    }

    /** Lets another thread go on, or this one, as the schedule has it. Threads that are none of the scenario's just go on. */
    public void yield() {
        Turn turn = current.get();
        if (turn != null) {
            turn.yields = true;
            LockSupport.unpark(scheduler);
            turn.go.acquireUninterruptibly();
        }
    }

    void run(List<Runnable> tasks) throws Throwable {
        tasks.forEach(task -> turns.add(new Turn(task)));
        turns.forEach(turn -> turn.thread.start());
        for (List<Turn> ready = ready(); !ready.isEmpty(); ready = ready()) {
            Turn chosen = ready.get(choose(ready.size()));
            chosen.yields = false;
            chosen.go.release();
            await(chosen);
        }
        if (turns.stream().anyMatch(turn -> !turn.ended)) {
            throw new AssertionError("The threads wait for each other");
        }
        for (Turn turn : turns) {
            turn.thread.join(PATIENCE_NANOS / 1_000_000);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Those that wait for a turn. One that was blocked may have come to that by now. */
    private List<Turn> ready() {
        turns.forEach(this::await);
        return turns.stream().filter(turn -> turn.yields && !turn.ended).toList();
    }

    /** Until it waits for its next turn, is blocked by another, or has ended. */
    private void await(Turn turn) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!turn.ended && !turn.yields && !isBlocked(turn)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It takes no turn: " + turn.thread.getState());
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    /** Whether another of the threads holds a lock that this one wants. One that has just got it only seems to be blocked. */
    private boolean isBlocked(Turn turn) {
        if (turn.thread.getState() != Thread.State.BLOCKED) {
            return false;
        }
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(turn.thread.getId());
        return info != null
                && turns.stream().anyMatch(other -> other.yields && other.thread.getId() == info.getLockOwnerId());
    }

    /** As the schedule says; where it ends, the last one first, so that all others are still to be chosen. */
    private int choose(int of) {
        if (made == choices.size()) {
            choices.add(of - 1);
        }
        return choices.get(made++);
    }
}
