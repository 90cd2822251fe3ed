package io.skillsdk.jaxrs;

import io.skillsdk.SkillException;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.http.BodyLimit;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.Refusals;
import io.skillsdk.internal.jaxrs.ActionFeature;
import io.skillsdk.internal.routing.ActionCatalog;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

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
        this(builder(actions));
    }

    private SkillFeature(Builder builder) {
        ActionDefaults defaults = ActionDefaults.PLATFORM.withMaxDepth(builder.maxDepth);
        this.actions = ActionFeature.in(new HttpActions(
                ActionCatalog.of(defaults, builder.actions),
                new ActionPipeline(ProcessFabric.onFirstUse()).with(builder.options),
                new BodyLimit(builder.maxRequestSize),
                builder.timeout,
                new Refusals()));
    }

    /**
     * Starts to describe a feature.
     *
     * @param actions instances whose classes have {@code @SkillAction} methods; more are added with {@link Builder#actions}
     * @return a builder, which needs an action at least
     */
    public static Builder builder(Object... actions) {
        return new Builder().actions(List.of(actions));
    }

    @Override
    public boolean configure(FeatureContext context) {
        return actions.configure(context);
    }

    /** Describes a feature: its actions, its settings, and what is put around the actions. */
    public static final class Builder {

        private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

        private static final int DEEPEST = 1000;

        private final List<Object> actions = new ArrayList<>();

        private PipelineOptions options = PipelineOptions.NONE;

        private int maxRequestSize = HttpActions.DEFAULT_MAX_REQUEST_BYTES;

        private int maxDepth = ActionDefaults.PLATFORM.maxDepth();

        private Duration timeout = HttpActions.DEFAULT_TIMEOUT;

        private Builder() {}

        /**
         * Adds actions.
         *
         * @param added instances whose classes have {@code @SkillAction} methods
         * @return this builder
         */
        public Builder actions(Collection<?> added) {
            actions.addAll(List.copyOf(added));
            return this;
        }

        /**
         * Sets the largest body, after uncompressing; a larger one is answered 413. 1 MiB by default, twice what the platform sends.
         *
         * @param bytes 1 to 2147483646
         * @return this builder
         * @throws IllegalArgumentException when it is out of that range
         */
        public Builder maxRequestSize(int bytes) {
            if (bytes < 1 || bytes == Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "The largest body must be from 1 to 2147483646 bytes, but is " + bytes + ".");
            }
            maxRequestSize = bytes;
            return this;
        }

        /**
         * Sets how many levels the JSON of a body may be nested; a deeper one is answered 400. 100 by default.
         *
         * @param levels 1 to 1000
         * @return this builder
         * @throws IllegalArgumentException when it is out of that range
         */
        public Builder maxDepth(int levels) {
            if (levels < 1 || levels > DEEPEST) {
                throw new IllegalArgumentException(
                        "The depth of a body must be from 1 to 1000, but is " + levels + ".");
            }
            maxDepth = levels;
            return this;
        }

        /**
         * Sets the time that the context tells an action it has, which it is the application's to enforce. 30 seconds by default, as the
         * platform's documentation gives a daemon.
         *
         * @param limit 1 ms to 1 h
         * @return this builder
         * @throws IllegalArgumentException when it is out of that range
         */
        public Builder timeout(Duration limit) {
            if (limit.toMillis() < 1 || limit.compareTo(LONGEST_TIMEOUT) > 0) {
                throw new IllegalArgumentException("The timeout must be from 1 ms to 1 h, but is " + limit + ".");
            }
            timeout = limit;
            return this;
        }

        /**
         * Answers exceptions of the author's domain. The mapping of the nearest type counts. A status of 500 or more is logged as an error
         * with its cause, any other in one line. It takes precedence over the application's exception mappers.
         *
         * @param <E> the exceptions
         * @param type the exceptions, and all below them
         * @param mapping what one of them is answered with
         * @return this builder
         */
        public <E extends Throwable> Builder onException(
                Class<E> type, Function<? super E, ? extends SkillException> mapping) {
            options = options.onException(type, mapping);
            return this;
        }

        /**
         * Puts an interceptor around each action, inside of those that were given before.
         *
         * @param interceptor the interceptor; it is the application's to close
         * @return this builder
         */
        public Builder interceptor(ActionInterceptor interceptor) {
            options = options.interceptor(Objects.requireNonNull(interceptor, "interceptor"));
            return this;
        }

        /**
         * Tells a listener of each call, on the thread that the call begins or ends on. It hears the answer of the action: the response
         * filters and exception mappers of the application come after that.
         *
         * @param listener the listener; it is the application's to close
         * @return this builder
         */
        public Builder listener(CallListener listener) {
            options = options.listener(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Makes the feature.
         *
         * @return the feature, to be registered with an application
         * @throws IllegalArgumentException when one of the actions cannot work, naming the method and the fix, or there is none
         */
        public SkillFeature build() {
            return new SkillFeature(this);
        }
    }
}
