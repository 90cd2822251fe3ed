/**
 * How actions become part of a JAX-RS application: a filter that takes their calls out of its requests, and, on Jersey, a
 * resource that answers them. It uses JAX-RS alone, no runtime.
 */
@NullMarked
package io.skillsdk.internal.jaxrs;

import org.jspecify.annotations.NullMarked;
