/**
 * Checks payloads and parameters by the constraints that stand on them, where Jakarta Validation is on the class path. Only this package knows it.
 */
@NullMarked
package io.skillsdk.internal.call.validation;

import org.jspecify.annotations.NullMarked;
