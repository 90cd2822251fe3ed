/** Reads skill.yaml and named types, with all the oddities that real ones have. Each value keeps its place in the file. */
@NullMarked
package io.skillsdk.internal.definition.yaml;

import org.jspecify.annotations.NullMarked;
