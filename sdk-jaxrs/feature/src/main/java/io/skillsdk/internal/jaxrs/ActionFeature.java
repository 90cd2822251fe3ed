package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.http.HttpActions;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Actions in a JAX-RS application, found and set already. */
public final class ActionFeature implements Feature {

    private final HttpActions actions;

    public ActionFeature(HttpActions actions) {
        this.actions = actions;
    }

    @Override
    public boolean configure(FeatureContext context) {
        boolean jersey = context.getConfiguration().getClass().getName().startsWith("org.glassfish.jersey.");
        // the last of the pre-matching filters, so that those of the application come first
        context.register(new ActionFilter(actions, jersey), Integer.MAX_VALUE);
        if (jersey) {
            context.register(new ActionResource(actions));
        }
        return true;
    }
}
