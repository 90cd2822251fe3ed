/**
 * skill.yaml: checked against itself and against the actions, derived from them, updated in place. This is the face;
 * the rooms behind it are below {@code io.skillsdk.internal.definition}.
 */
@NullMarked
package io.skillsdk.definition;

import org.jspecify.annotations.NullMarked;
