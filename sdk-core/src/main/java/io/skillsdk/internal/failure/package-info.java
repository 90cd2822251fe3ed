/**
 * Internal: which errors end the process, which exceptions come of an interrupt, and what nothing can start with. The pipeline lets the
 * first pass, and the daemon ends on them, by one rule. It depends on nothing.
 */
@NullMarked
package io.skillsdk.internal.failure;

import org.jspecify.annotations.NullMarked;
