package io.skillsdk.internal.definition.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named type: parameters that definitions refer to by {@code $ref}.
 *
 * @param camel the version of the format, {@code 1.0.0}
 * @param name the type's name
 * @param title its title
 * @param description what it means
 * @param parameters what it has
 * @param other all other keys, as plain values
 */
public record TypeDefinition(
        @Nullable String camel,
        @Nullable String name,
        @Nullable String title,
        @Nullable String description,
        List<Parameter> parameters,
        Map<String, @Nullable Object> other) {}
