/**
 * A daemon of its own for actions: settings, life cycle, health, command line. The one package that touches Grizzly and
 * Jersey; it uses {@code io.skillsdk.jaxrs} and {@code io.skillsdk.http}, and nothing uses it.
 *
 * <p>One request: a thread that leads a selector ({@code LeadStrategy}) reads it and comes to {@code FrontHandler} and
 * {@code ActionHandler}. By the action's {@code Pace} the call runs right there, watched by {@code LeadWatch}, or as a
 * {@code DispatchedCall} on a thread of its own, once {@code CallGate} lets it in. {@code GrizzlyCall} sends its one answer.
 * Where there are JAX-RS components, {@code BodyFirst} waits for the body, and {@code JerseyHandler} takes it from there.
 */
@NullMarked
package io.skillsdk.daemon;

import org.jspecify.annotations.NullMarked;
