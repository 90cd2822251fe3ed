/**
 * Serving actions: {@link io.skillsdk.daemon.SkillDaemon} with its settings, its life from start to drain, and its command line. Behind it,
 * in {@code io.skillsdk.internal.daemon}, a request comes from the transport to the root handler and from there to a call; ARCHITECTURE.md
 * follows one on its way. Of JAX-RS this package knows nothing: components are served when {@code skill-sdk-jaxrs} is there.
 */
@NullMarked
package io.skillsdk.daemon;

import org.jspecify.annotations.NullMarked;
