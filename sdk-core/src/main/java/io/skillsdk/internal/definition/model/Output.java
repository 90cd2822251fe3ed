package io.skillsdk.internal.definition.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output of a skill.
 *
 * @param name its name
 * @param title its title
 * @param description what it is for
 * @param parameters what its payload has
 * @param other all other keys, as plain values
 */
public record Output(
        @Nullable String name,
        @Nullable String title,
        @Nullable String description,
        Parameters parameters,
        Map<String, @Nullable Object> other) {}
