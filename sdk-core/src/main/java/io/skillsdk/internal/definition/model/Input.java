package io.skillsdk.internal.definition.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input of a skill: one way to call it.
 *
 * @param name its name
 * @param title its title
 * @param description what it is for
 * @param parameters what its payload has
 * @param routing where its messages go
 * @param other all other keys, as plain values
 */
public record Input(
        @Nullable String name,
        @Nullable String title,
        @Nullable String description,
        Parameters parameters,
        @Nullable Routing routing,
        Map<String, @Nullable Object> other) {}
