package io.skillsdk.internal.json.strict;

import io.skillsdk.internal.json.library.JacksonLibrary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/**
 * Reads the key of a map from the form that JSON writes it in and from no other: "01" beside "1" would be the same key
 * twice, of which one is lost.
 */
public final class StrictKey extends KeyDeserializer {

    private static final Set<Class<?>> WHOLE =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    private static final Set<Class<?>> NUMBERS = Set.of(Double.class, Float.class, BigDecimal.class);

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final KeyDeserializer reader;

    private final Class<?> type;

    private StrictKey(KeyDeserializer reader, Class<?> type) {
        this.reader = reader;
        this.type = type;
    }

    /** A strict reader of keys, where the type has several forms. */
    public static KeyDeserializer of(KeyDeserializer reader, Class<?> type) {
        boolean jacksons = JacksonLibrary.hasMade(reader);
        boolean severalForms = WHOLE.contains(type) || NUMBERS.contains(type) || type == UUID.class;
        return jacksons && severalForms ? new StrictKey(reader, type) : reader;
    }

    @Override
    public @Nullable Object deserializeKey(String key, DeserializationContext context) {
        // beforehand: what parses numbers throws
        Object value = isOfANumber(key) ? reader.deserializeKey(key, context) : null;
        return value != null && isItsForm(key, value)
                ? value
                : context.handleWeirdKey(type, key, "not in the form in which it is written");
    }

    /** Whether it looks like one, where one is wanted. */
    private boolean isOfANumber(String key) {
        char last = key.isEmpty() ? 'x' : key.charAt(key.length() - 1);
        return type == UUID.class
                || (last >= '0' && last <= '9' && NUMBER.matcher(key).matches());
    }

    private static boolean isItsForm(String key, Object value) {
        if (value instanceof UUID) {
            return value.toString().equalsIgnoreCase(key);
        }
        if (WHOLE.contains(value.getClass())) {
            return value.toString().equals(key);
        }
        return NUMBER.matcher(key).matches()
                && (value instanceof BigDecimal || Double.isFinite(((Number) value).doubleValue()));
    }
}
