package io.skillsdk.internal.definition.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter: one member of a payload.
 *
 * @param name its name
 * @param type its type, in any case: object, string, array, number, integer, boolean
 * @param title its title
 * @param description what it means
 * @param format how its text is to be read
 * @param required whether it has to be there
 * @param other all other keys, as plain values
 */
public record Parameter(
        @Nullable String name,
        @Nullable String type,
        @Nullable String title,
        @Nullable String description,
        @Nullable String format,
        @Nullable Boolean required,
        Map<String, @Nullable Object> other) {

    /** The key with the name of the type that a nested object has. */
    public static final String REF = "$ref";

    /** The key with the only values that are allowed, as properties have it. */
    public static final String VALID_VALUES = "validValues";
}
