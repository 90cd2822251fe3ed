package io.skillsdk.internal.definition.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property of a skill.
 *
 * @param name its name
 * @param title its title
 * @param description what it means
 * @param required whether it has to have a value
 * @param type its type, in any case: String, Number, Boolean, Enum
 * @param defaultValue the value where none is set
 * @param validValues the values of an Enum
 * @param secure whether it is a secret
 * @param qualifiedBy the property it depends on
 * @param other all other keys, as plain values
 */
public record Property(
        @Nullable String name,
        @Nullable String title,
        @Nullable String description,
        @Nullable Boolean required,
        @Nullable String type,
        @Nullable Object defaultValue,
        List<String> validValues,
        @Nullable Boolean secure,
        @Nullable String qualifiedBy,
        Map<String, @Nullable Object> other) {}
