/** Checks definitions against themselves, the files around them, and the actions. Each fault is one finding. */
@NullMarked
package io.skillsdk.internal.definition.check;

import org.jspecify.annotations.NullMarked;
