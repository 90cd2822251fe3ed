/**
 * Internal: which errors end the process. The pipeline lets them pass, and the daemon ends on them, by one rule. It depends on nothing.
 */
@NullMarked
package io.skillsdk.internal.failure;

import org.jspecify.annotations.NullMarked;
