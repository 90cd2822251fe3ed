package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.http.HttpActions;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Actions in a JAX-RS application, found and set already. */
public final class ActionFeature implements Feature {

    private final HttpActions actions;

    private final boolean hosted;

    private ActionFeature(HttpActions actions, boolean hosted) {
        this.actions = actions;
        this.hosted = hosted;
    }

    /** In an application of the user's, on whichever runtime. */
    public static ActionFeature in(HttpActions actions) {
        return new ActionFeature(actions, false);
    }

    /** In the daemon's own runtime, which has a place of its own to forward calls to. */
    public static ActionFeature hosted(HttpActions actions) {
        return new ActionFeature(actions, true);
    }

    @Override
    public boolean configure(FeatureContext context) {
        boolean jersey = context.getConfiguration().getClass().getName().startsWith("org.glassfish.jersey.");
        // the last of the pre-matching filters, so that those of the application come first
        context.register(new ActionFilter(actions, jersey), Integer.MAX_VALUE);
        if (jersey && !hosted) {
            context.register(new ActionResource(actions));
        }
        return true;
    }
}
