/**
 * The actions as a {@code Feature} of any JAX-RS application. Uses {@code jakarta.ws.rs} and no implementation of it,
 * so that it runs on Jersey, RESTEasy and others alike.
 */
@NullMarked
package io.skillsdk.jaxrs;

import org.jspecify.annotations.NullMarked;
