package io.skillsdk.internal.definition.resolve;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import java.util.List;
import java.util.Map;

/** What becomes of a message that is sent to an input. */
public sealed interface Delivery {

    /**
     * What the platform does on the way without a word, in sentences for people.
     *
     * @return the notes, often none
     */
    List<String> notes();

    /** It reaches an action. */
    final class ToAction implements Delivery {

        private final Action action;

        private final Map<String, String> pathParameters;

        private final byte[] body;

        private final List<String> notes;

        ToAction(Action action, Map<String, String> pathParameters, byte[] body, List<String> notes) {
            this.action = action;
            this.pathParameters = pathParameters;
            this.body = body;
            this.notes = notes;
        }

        public Action action() {
            return action;
        }

        /** What stands for the names in the action's path. */
        public Map<String, String> pathParameters() {
            return pathParameters;
        }

        /** What the action gets. */
        public byte[] body() {
            return body;
        }

        @Override
        public List<String> notes() {
            return notes;
        }
    }

    /** It reaches no action, and the daemon answers this. */
    record Refused(ActionAnswer answer, List<String> notes) implements Delivery {}

    /**
     * It does not reach the daemon.
     *
     * @param reason why, in a sentence
     */
    record Elsewhere(String reason, List<String> notes) implements Delivery {}
}
