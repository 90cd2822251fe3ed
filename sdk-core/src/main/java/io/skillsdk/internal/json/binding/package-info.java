/**
 * Internal: how Jackson binds. Where it was when it gave up, which properties its readers have, and what came out of the
 * author's own code on the way. Built on {@code sent} and {@code mapper}.
 */
@NullMarked
package io.skillsdk.internal.json.binding;

import org.jspecify.annotations.NullMarked;
