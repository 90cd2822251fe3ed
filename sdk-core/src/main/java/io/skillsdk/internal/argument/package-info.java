/**
 * Internal: what callers of the public API hand in. Null is refused with the name of the parameter, and containers are copied, so that what is made of
 * them does not change. It depends on nothing.
 */
@NullMarked
package io.skillsdk.internal.argument;

import org.jspecify.annotations.NullMarked;
