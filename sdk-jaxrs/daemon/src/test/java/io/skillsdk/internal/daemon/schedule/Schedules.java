package io.skillsdk.internal.daemon.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs a scenario in every order in which its threads can take turns. A thread gives others a turn where it calls {@link Turns#yield};
 * in between, and while it is blocked by another's lock, no other thread runs. A schedule is a list of choices, which a failure names.
 */
public final class Schedules {

    /** How many orders are run at most, unless the system property {@code test.schedules} says otherwise. */
    private static final int MOST = Integer.getInteger("test.schedules", 2_000);

    private Schedules() {}

    /** What is run in each order, made anew each time. */
    public interface Scenario {

        /** What each thread does. */
        List<Runnable> threads();

        /** Fails when what has come of it is wrong. */
        void check();
    }

    /** Runs them all; returns how many there were. */
    public static int all(Function<Turns, Scenario> scenario) {
        List<Integer> choices = new ArrayList<>();
        int run = 0;
        do {
            Turns turns = new Turns(choices);
            Scenario made = scenario.apply(turns);
            try {
                turns.run(made.threads());
                made.check();
            } catch (Throwable e) {
                throw new AssertionError("In the schedule " + choices, e);
            }
            run++;
        } while (next(choices, run));
        return run;
    }

    /** Changes the last choice that can still be another one. */
    private static boolean next(List<Integer> choices, int run) {
        while (!choices.isEmpty() && run < MOST) {
            int last = choices.remove(choices.size() - 1);
            if (last > 0) {
                choices.add(last - 1);
                return true;
            }
        }
        return false;
    }
}
