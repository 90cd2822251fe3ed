/** Derives a definition and its types from actions. Text and files are not known here. */
@NullMarked
package io.skillsdk.internal.definition.derive;

import org.jspecify.annotations.NullMarked;
