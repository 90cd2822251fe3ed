/**
 * Finds what has to change in a definition and its types, and writes them: all files are computed first, then all are
 * replaced, or none. How a text is edited is the matter of the room {@code edit}.
 */
@NullMarked
package io.skillsdk.internal.definition.write;

import org.jspecify.annotations.NullMarked;
