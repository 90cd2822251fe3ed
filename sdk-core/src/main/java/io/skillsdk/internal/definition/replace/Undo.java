package io.skillsdk.internal.definition.replace;

import io.skillsdk.definition.DefinitionException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done, the last first, should a later step fail. */
final class Undo {

    /** A step back. */
    interface Step {
        void run() throws IOException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    void add(Step step) {
        steps.push(step);
    }

    /** Forgets all steps: everything has succeeded. */
    void clear() {
        steps.clear();
    }

    /** Takes all steps; one that fails does not keep the others from being taken. */
    void run() {
        for (Step step : steps) {
            try {
                step.run();
            } catch (IOException | DefinitionException e) {
                // as much as can be is as it was
            }
        }
    }
}
