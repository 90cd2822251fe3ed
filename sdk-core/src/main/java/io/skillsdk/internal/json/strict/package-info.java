/**
 * Internal: payloads are strict. Readers around those of Jackson that take a value from the one form it is written in, in its range,
 * and from no other.
 */
@NullMarked
package io.skillsdk.internal.json.strict;

import org.jspecify.annotations.NullMarked;
