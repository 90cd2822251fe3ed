/**
 * Internal: text for the eyes of people: excerpts for the log, and the name that was probably meant. It depends on nothing, so that every
 * room may use it.
 */
@NullMarked
package io.skillsdk.internal.text;

import org.jspecify.annotations.NullMarked;
