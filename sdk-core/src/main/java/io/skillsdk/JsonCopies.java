package io.skillsdk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Immutable copies of JSON in Java's terms: maps and lists, and what is in them. */
final class JsonCopies {

    private JsonCopies() {}

    /** The numbers that are immutable. */
    private static final Set<Class<?>> NUMBERS = Set.of(
            Integer.class,
            Long.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            Float.class,
            Short.class,
            Byte.class);

    /**
     * A string, number, boolean or null as it is; a map or collection copied, whatever its depth.
     *
     * @throws IllegalArgumentException for anything else, which could be changed, or is no JSON
     */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || NUMBERS.contains(value.getClass())) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(String.valueOf(key), of(element)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> copy = new ArrayList<>(collection.size());
            collection.forEach(element -> copy.add(of(element)));
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException("A value of " + value.getClass().getTypeName()
                + " is not a string, number, boolean, list or map. Convert it to one of these first.");
    }
}
