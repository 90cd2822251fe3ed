/**
 * What goes around the calls of actions: listeners, which see each call and change nothing, and interceptors, which see
 * the payload and the result and may change both. It uses the author's package alone, and no server.
 */
@NullMarked
package io.skillsdk.call;

import org.jspecify.annotations.NullMarked;
