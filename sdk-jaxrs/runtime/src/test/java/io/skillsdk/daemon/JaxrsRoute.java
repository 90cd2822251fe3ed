package io.skillsdk.daemon;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** The tests of the daemon once more, with a component like any other, for whose sake requests go through JAX-RS. */
public final class JaxrsRoute implements TestRoute {

    /** Changes nothing. */
    public static final class Passing implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {}
    }

    @Override
    public SkillDaemon.Builder through(SkillDaemon.Builder builder) {
        return builder.register(Passing.class);
    }
}
