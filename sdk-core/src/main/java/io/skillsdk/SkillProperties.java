package io.skillsdk;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a call, as declared in skill.yaml and resolved by the platform, secrets in plain text.
 *
 * <p>The platform JSON-decodes values, so a declared {@code "5000"} may arrive as a number and {@code "true"} as a
 * boolean (gateway). Every getter therefore reads leniently: the number {@code 5000} and the string {@code "5000"} are
 * the same. Names are case-sensitive. {@code toString} never shows a value. Immutable.
 */
public final class SkillProperties {

    private static final SkillProperties NONE = new SkillProperties(Map.of());

    private final Map<String, Object> values;

    private SkillProperties(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Returns properties with these values.
     *
     * @param values names to strings, numbers, booleans, lists or maps; null values are left out
     * @return the properties
     */
    public static SkillProperties of(Map<String, ? extends @Nullable Object> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value);
            }
        });
        return new SkillProperties(Collections.unmodifiableMap(copy));
    }

    /**
     * Returns the names of all properties that came with the call.
     *
     * @return an unmodifiable set, in the order in which they came
     */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * Tells whether a property came with the call.
     *
     * @param name the property's name
     * @return whether it is there and not null
     */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * Returns a property as it came: a String, Integer, Long, BigInteger, Double, BigDecimal, Boolean, List or Map.
     *
     * @param name the property's name
     * @return the value, or empty when it did not come
     */
    public Optional<Object> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns a property as text.
     *
     * @param name the property's name
     * @return the text; of a number or boolean its JSON form
     * @throws SkillException (400) when it did not come, or is a list or map
     */
    public String getString(String name) {
        return text(name, required(name));
    }

    /**
     * Returns a property as text, or a default.
     *
     * @param name the property's name
     * @param otherwise what to return when it did not come
     * @return the text
     * @throws SkillException (400) when it is a list or map
     */
    public String getString(String name, String otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : text(name, value);
    }

    /**
     * Returns a property as an integer.
     *
     * @param name the property's name
     * @return the integer
     * @throws SkillException (400) when it did not come, or is not a whole number from -2^31 to 2^31-1
     */
    public int getInt(String name) {
        return integer(name, required(name));
    }

    /**
     * Returns a property as an integer, or a default.
     *
     * @param name the property's name
     * @param otherwise what to return when it did not come
     * @return the integer
     * @throws SkillException (400) when it is not a whole number from -2^31 to 2^31-1
     */
    public int getInt(String name, int otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : integer(name, value);
    }

    /**
     * Returns a property as a long integer.
     *
     * @param name the property's name
     * @return the integer
     * @throws SkillException (400) when it did not come, or is not a whole number from -2^63 to 2^63-1
     */
    public long getLong(String name) {
        return longInteger(name, required(name));
    }

    /**
     * Returns a property as a long integer, or a default.
     *
     * @param name the property's name
     * @param otherwise what to return when it did not come
     * @return the integer
     * @throws SkillException (400) when it is not a whole number from -2^63 to 2^63-1
     */
    public long getLong(String name, long otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : longInteger(name, value);
    }

    /**
     * Returns a property as a number.
     *
     * @param name the property's name
     * @return the number
     * @throws SkillException (400) when it did not come, or is not a number
     */
    public double getDouble(String name) {
        return decimal(name, required(name)).doubleValue();
    }

    /**
     * Returns a property as a number, or a default.
     *
     * @param name the property's name
     * @param otherwise what to return when it did not come
     * @return the number
     * @throws SkillException (400) when it is not a number
     */
    public double getDouble(String name, double otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : decimal(name, value).doubleValue();
    }

    /**
     * Returns a property as a boolean: {@code true} and {@code false} as such or as text, in any case.
     *
     * @param name the property's name
     * @return the boolean
     * @throws SkillException (400) when it did not come, or is neither
     */
    public boolean getBoolean(String name) {
        return truth(name, required(name));
    }

    /**
     * Returns a property as a boolean, or a default.
     *
     * @param name the property's name
     * @param otherwise what to return when it did not come
     * @return the boolean
     * @throws SkillException (400) when it is neither {@code true} nor {@code false}
     */
    public boolean getBoolean(String name, boolean otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : truth(name, value);
    }

    /**
     * Returns a property that is a JSON object.
     *
     * @param name the property's name
     * @return an unmodifiable map; empty when the property did not come
     * @throws SkillException (400) when it is not an object
     */
    @SuppressWarnings("unchecked") // JSON objects have string keys
    public Map<String, Object> getMap(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap((Map<String, Object>) map);
        }
        throw refused(name, "must be an object");
    }

    /**
     * Returns a property that is a JSON array.
     *
     * @param name the property's name
     * @return an unmodifiable list; empty when the property did not come
     * @throws SkillException (400) when it is not an array
     */
    public List<Object> getList(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return Collections.unmodifiableList(list);
        }
        throw refused(name, "must be an array");
    }

    private Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw refused(name, "is required");
        }
        return value;
    }

    private static String text(String name, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw refused(name, "must be a string");
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static int integer(String name, Object value) {
        try {
            return decimal(name, value).intValueExact();
        } catch (ArithmeticException e) {
            throw refused(name, "must be a whole number from -2147483648 to 2147483647");
        }
    }

    private static long longInteger(String name, Object value) {
        try {
            return decimal(name, value).longValueExact();
        } catch (ArithmeticException e) {
            throw refused(name, "must be a whole number from -2^63 to 2^63-1");
        }
    }

    private static BigDecimal decimal(String name, Object value) {
        if (value instanceof Number || value instanceof String) {
            try {
                return new BigDecimal(value.toString().trim());
            } catch (NumberFormatException e) {
                throw refused(name, "must be a number");
            }
        }
        throw refused(name, "must be a number");
    }

    private static boolean truth(String name, Object value) {
        String text = value.toString().trim();
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw refused(name, "must be true or false");
    }

    private static SkillException refused(String name, String message) {
        return new SkillException(
                400,
                "The property '" + name + "' " + message + ".",
                List.of(new Violation("properties." + name, message)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SkillProperties that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns the names, never the values, which may be secrets. */
    @Override
    public String toString() {
        return "SkillProperties" + values.keySet();
    }
}
