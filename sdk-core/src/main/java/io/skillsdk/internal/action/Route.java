package io.skillsdk.internal.action;

import java.util.List;
import java.util.Map;

/** Where a method and path lead. */
public sealed interface Route {

    /**
     * To an action.
     *
     * @param pathParameters what stands for the names in its path
     */
    record Found(Action action, Map<String, String> pathParameters) implements Route {}

    /**
     * To a path whose actions answer to other methods.
     *
     * @param allowed those methods
     */
    record WrongMethod(List<String> allowed) implements Route {}

    /** Nowhere. */
    record Unknown() implements Route {}
}
