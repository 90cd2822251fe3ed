/** A skill.yaml and its named types as immutable data. It knows neither files nor YAML. */
@NullMarked
package io.skillsdk.internal.definition.model;

import org.jspecify.annotations.NullMarked;
