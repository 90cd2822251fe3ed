package io.skillsdk.internal.definition.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a payload has: listed, named by a type, or not said. */
public sealed interface Parameters {

    /**
     * Parameters in a list.
     *
     * @param all the parameters
     */
    record Listed(List<Parameter> all) implements Parameters {}

    /**
     * The parameters of a named type.
     *
     * @param ref the type's name, alone or as {@code namespace/name}; null where {@code parameters} has keys but no
     *     {@code $ref}
     * @param other all other keys, as plain values
     */
    record Reference(@Nullable String ref, Map<String, @Nullable Object> other) implements Parameters {}

    /** Not said. */
    record Unspecified() implements Parameters {}
}
