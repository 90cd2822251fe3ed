/**
 * Work after the answer: the tasks of one call, and what runs those of all calls, so many at a time. It uses the author's
 * package and the context of calls alone.
 */
@NullMarked
package io.skillsdk.internal.background;

import org.jspecify.annotations.NullMarked;
