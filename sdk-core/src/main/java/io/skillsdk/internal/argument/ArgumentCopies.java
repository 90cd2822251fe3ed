package io.skillsdk.internal.argument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies of maps that callers of the public API hand in, in the order in which they are. */
public final class ArgumentCopies {

    private ArgumentCopies() {}

    /**
     * A map whose values may be null, with the maps and collections in it; other values stay as they are.
     *
     * @throws NullPointerException when it is null, or has null as a name
     */
    public static Map<String, @Nullable Object> inDepth(
            Map<String, ? extends @Nullable Object> values, String parameter) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        NullArguments.refuseNamesIn(values, parameter).forEach((name, value) -> copy.put(name, copy(value)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A map of values that do not change.
     *
     * @throws NullPointerException when it is null, or has null as a name or value
     */
    public static <V> Map<String, V> of(Map<String, ? extends V> values, String parameter) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(NullArguments.refuseIn(values, parameter)));
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, copy(member)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> copy = new ArrayList<>(collection.size());
            collection.forEach(element -> copy.add(copy(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
