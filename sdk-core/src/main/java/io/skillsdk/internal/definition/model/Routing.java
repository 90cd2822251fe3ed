package io.skillsdk.internal.definition.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages of an input go: {@code all} of them to one target, or by a property or field.
 *
 * @param all where all go
 * @param property the property whose value chooses
 * @param field the field of the payload whose value chooses
 * @param rules the values and their targets
 * @param byDefault where the rest goes: {@code default}
 * @param other all other keys, as plain values
 */
public record Routing(
        @Nullable RoutingTarget all,
        @Nullable String property,
        @Nullable String field,
        List<RoutingRule> rules,
        @Nullable RoutingTarget byDefault,
        Map<String, @Nullable Object> other) {

    /** Whether all messages go to one target: an empty {@code all} counts as none (gateway). */
    public boolean sendsAll() {
        return all != null && !all.isEmpty();
    }

    /** Whether the value of a property or field chooses; without one, rules never apply (gateway). */
    public boolean chooses() {
        return isSet(property) || isSet(field);
    }

    private static boolean isSet(@Nullable String name) {
        return name != null && !name.isEmpty();
    }
}
