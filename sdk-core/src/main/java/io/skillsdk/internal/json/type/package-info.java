/**
 * Internal: the Java types of payloads. Proves at start that JSON can be bound to them as their authors mean it, and refuses the
 * others in a sentence with the fix. Built on {@code shape}, {@code binding} and {@code sent}.
 */
@NullMarked
package io.skillsdk.internal.json.type;

import org.jspecify.annotations.NullMarked;
