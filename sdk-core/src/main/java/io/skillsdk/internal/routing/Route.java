package io.skillsdk.internal.routing;

import io.skillsdk.internal.action.Action;
import java.util.List;
import java.util.Map;

/** Where a method and path lead. */
public sealed interface Route {

    /**
     * To an action.
     *
     * @param action the action; where the body decides, one of those that it may be
     * @param pathParameters what stands for the names in its path
     * @param byBody whether the body decides which action it is: {@link ActionCatalog#dispatch}
     */
    record Found(Action action, Map<String, String> pathParameters, boolean byBody) implements Route {

        /** Whether the call is to have a body. */
        public boolean takesBody() {
            return byBody || action.takesBody();
        }
    }

    /**
     * To a path whose actions answer to other methods.
     *
     * @param allowed those methods
     */
    record WrongMethod(List<String> allowed) implements Route {}

    /** Nowhere. */
    record Unknown() implements Route {}
}
