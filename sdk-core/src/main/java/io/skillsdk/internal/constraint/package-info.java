/**
 * Internal: the provider of Jakarta Validation that an application brings, for payloads and for settings. One that does not work is told
 * with what to do about it.
 */
@NullMarked
package io.skillsdk.internal.constraint;

import org.jspecify.annotations.NullMarked;
