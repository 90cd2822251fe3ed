/**
 * Checks definitions by the platform's rules, and against the files around them and the actions. Each fault is one finding,
 * where it is.
 */
@NullMarked
package io.skillsdk.internal.definition.check;

import org.jspecify.annotations.NullMarked;
