/**
 * Internal: which errors end the process, and which exceptions come of an interrupt. The pipeline lets the former pass, and the daemon ends
 * on them, by one rule. It depends on nothing.
 */
@NullMarked
package io.skillsdk.internal.failure;

import org.jspecify.annotations.NullMarked;
