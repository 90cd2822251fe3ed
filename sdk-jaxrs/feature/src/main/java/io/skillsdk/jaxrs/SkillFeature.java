package io.skillsdk.jaxrs;

import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.jaxrs.ActionFeature;
import io.skillsdk.internal.routing.ActionCatalog;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/**
 * Serves actions in a JAX-RS application, beside its own resources.
 *
 * <pre>{@code
 * new ResourceConfig().register(new SkillFeature(new WordCount())).register(MyResource.class)
 * }</pre>
 *
 * <p>Requests that no action takes are left to the application untouched; only where an action has the path and the
 * application would answer 404, the answer is 405.
 *
 * <p>The application's response filters see the answers of actions, and its {@code @PreMatching} request filters their
 * calls. Other request filters see them on Jersey, under an internal path; JAX-RS has no portable way for a feature to add
 * resources, so elsewhere a filter that guards actions has to be {@code @PreMatching}.
 */
public final class SkillFeature implements Feature {

    private final ActionFeature actions;

    /**
     * Makes a feature of actions, with the platform's defaults: POST at {@code invoke}, bodies of 1 MiB at most. They run on the
     * application's threads; their context tells them of 30 seconds, which it is the application's to enforce.
     *
     * @param actions instances whose classes have {@code @SkillAction} methods
     * @throws IllegalArgumentException when one of the actions cannot work, naming the method and the fix
     */
    public SkillFeature(Object... actions) {
        this.actions = ActionFeature.in(new HttpActions(
                ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions)), HttpActions.DEFAULT_MAX_REQUEST_BYTES));
    }

    @Override
    public boolean configure(FeatureContext context) {
        return actions.configure(context);
    }
}
