/** Writes definitions: whole ones as text, and what has drifted in a text that people wrote. Only this room edits YAML. */
@NullMarked
package io.skillsdk.internal.definition.write;

import org.jspecify.annotations.NullMarked;
