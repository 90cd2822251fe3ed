/** The files around a skill.yaml: its actions, messages and types, where the platform expects them. */
@NullMarked
package io.skillsdk.internal.definition.workspace;

import org.jspecify.annotations.NullMarked;
