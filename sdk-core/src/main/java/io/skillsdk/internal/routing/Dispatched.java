package io.skillsdk.internal.routing;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import java.util.Map;

/** Where the body of a call at a shared path leads. */
public sealed interface Dispatched {

    /**
     * To an action.
     *
     * @param pathParameters what stands for the names in its path
     */
    record To(Action action, Map<String, String> pathParameters) implements Dispatched {}

    /** Nowhere: this is the answer. */
    record Refused(ActionAnswer answer) implements Dispatched {}
}
