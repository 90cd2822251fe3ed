/**
 * YAML and text files of a workspace, read safely, with each value's place in its file. What the files mean is for the rooms above: the
 * definition of a skill, and the workspace in place of the platform. It uses nothing of ours but {@code DefinitionException}.
 */
@NullMarked
package io.skillsdk.internal.yaml;

import org.jspecify.annotations.NullMarked;
