/**
 * Internal: which errors end the process, which the pipeline lets pass, and the daemon ends on by one rule; and what nothing can start
 * with. It depends on nothing.
 */
@NullMarked
package io.skillsdk.internal.failure;

import org.jspecify.annotations.NullMarked;
