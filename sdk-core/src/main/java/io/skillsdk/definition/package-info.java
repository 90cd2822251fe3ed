/**
 * skill.yaml: read any real one, check it against itself and against the actions, derive it from them, update it in place.
 * The one package that touches a YAML library; it uses {@code io.skillsdk.action} and {@code io.skillsdk.json}.
 */
@NullMarked
package io.skillsdk.definition;

import org.jspecify.annotations.NullMarked;
