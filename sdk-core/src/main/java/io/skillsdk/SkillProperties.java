package io.skillsdk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a call, as declared in skill.yaml and resolved by the platform, secrets in plain text.
 *
 * <p>The platform JSON-decodes values, so a declared {@code "5000"} may arrive as a number and {@code "true"} as a
 * boolean (gateway). Every getter therefore reads leniently: the number {@code 5000} and the string {@code "5000"} are
 * the same. Names are case-sensitive. {@code toString} never shows a value. Immutable, lists and maps in it too.
 *
 * <p>Of each type there are three getters: {@code getX(name)} refuses a call without the property, with 400;
 * {@code getX(name, defaultValue)} and {@code findX(name)} do not. A value of another kind is refused by all three, with
 * 400; the refusal names the property and what is allowed, never the value.
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
     * @param values names to strings, numbers, booleans, lists or maps, copied in depth; null values are left out
     * @return the properties
     */
    public static SkillProperties of(Map<String, ? extends @Nullable Object> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Object kept = JsonCopies.of(value);
            if (kept != null) {
                copy.put(Objects.requireNonNull(name, "name"), kept);
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
        return find(name).isPresent();
    }

    /**
     * Returns a property as it came: a String, Integer, Long, BigInteger, Double, BigDecimal, Boolean, List or Map.
     *
     * @param name the property's name
     * @return the value, or empty when it did not come
     */
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * {@return a property as text; the JSON form of a number or boolean}
     *
     * @param name the property's name
     * @throws SkillException (400) when it did not come, or is a list or map
     */
    public String getString(String name) {
        return LenientValues.text(name, required(name));
    }

    /**
     * {@return a property as {@link #getString(String)} does, or a default}
     *
     * @param name the property's name
     * @param defaultValue what to return when it did not come
     */
    public String getString(String name, String defaultValue) {
        return findString(name).orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getString(String)} does, if it came}
     *
     * @param name the property's name
     */
    public Optional<String> findString(String name) {
        return find(name).map(value -> LenientValues.text(name, value));
    }

    /**
     * {@return a property as a whole number from -2^31 to 2^31-1}
     *
     * @param name the property's name
     * @throws SkillException (400) when it did not come, or is not one
     */
    public int getInt(String name) {
        return LenientValues.integer(name, required(name));
    }

    /**
     * {@return a property as {@link #getInt(String)} does, or a default}
     *
     * @param name the property's name
     * @param defaultValue what to return when it did not come
     */
    public int getInt(String name, int defaultValue) {
        return findInt(name).orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getInt(String)} does, if it came}
     *
     * @param name the property's name
     */
    public Optional<Integer> findInt(String name) {
        return find(name).map(value -> LenientValues.integer(name, value));
    }

    /**
     * {@return a property as a whole number from -2^63 to 2^63-1}
     *
     * @param name the property's name
     * @throws SkillException (400) when it did not come, or is not one
     */
    public long getLong(String name) {
        return LenientValues.longInteger(name, required(name));
    }

    /**
     * {@return a property as {@link #getLong(String)} does, or a default}
     *
     * @param name the property's name
     * @param defaultValue what to return when it did not come
     */
    public long getLong(String name, long defaultValue) {
        return findLong(name).orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getLong(String)} does, if it came}
     *
     * @param name the property's name
     */
    public Optional<Long> findLong(String name) {
        return find(name).map(value -> LenientValues.longInteger(name, value));
    }

    /**
     * {@return a property as a number}
     *
     * @param name the property's name
     * @throws SkillException (400) when it did not come, or is not a finite one
     */
    public double getDouble(String name) {
        return LenientValues.floating(name, required(name));
    }

    /**
     * {@return a property as {@link #getDouble(String)} does, or a default}
     *
     * @param name the property's name
     * @param defaultValue what to return when it did not come
     */
    public double getDouble(String name, double defaultValue) {
        return findDouble(name).orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getDouble(String)} does, if it came}
     *
     * @param name the property's name
     */
    public Optional<Double> findDouble(String name) {
        return find(name).map(value -> LenientValues.floating(name, value));
    }

    /**
     * {@return a property as a boolean: {@code true} or {@code false}, as such or as text in any case}
     *
     * @param name the property's name
     * @throws SkillException (400) when it did not come, or is neither
     */
    public boolean getBoolean(String name) {
        return LenientValues.truth(name, required(name));
    }

    /**
     * {@return a property as {@link #getBoolean(String)} does, or a default}
     *
     * @param name the property's name
     * @param defaultValue what to return when it did not come
     */
    public boolean getBoolean(String name, boolean defaultValue) {
        return findBoolean(name).orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getBoolean(String)} does, if it came}
     *
     * @param name the property's name
     */
    public Optional<Boolean> findBoolean(String name) {
        return find(name).map(value -> LenientValues.truth(name, value));
    }

    /**
     * {@return a property as a duration: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d},
     * {@code PT30S}, or a number of seconds}
     *
     * @param name the property's name
     * @throws SkillException (400) when it did not come, or is not one, or negative
     */
    public Duration getDuration(String name) {
        return LenientValues.duration(name, required(name));
    }

    /**
     * {@return a property as {@link #getDuration(String)} does, or a default}
     *
     * @param name the property's name
     * @param defaultValue what to return when it did not come
     */
    public Duration getDuration(String name, Duration defaultValue) {
        return findDuration(name).orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getDuration(String)} does, if it came}
     *
     * @param name the property's name
     */
    public Optional<Duration> findDuration(String name) {
        return find(name).map(value -> LenientValues.duration(name, value));
    }

    /**
     * Returns a property as a constant of an enum, by its name; case does not count, and a hyphen is as good as an underscore.
     *
     * @param <E> the enum
     * @param name the property's name
     * @param type the enum
     * @return the constant
     * @throws SkillException (400) when it did not come, or names no constant
     */
    public <E extends Enum<E>> E getEnum(String name, Class<E> type) {
        return LenientValues.constant(name, required(name), type);
    }

    /**
     * {@return a property as {@link #getEnum(String, Class)} does, or a default}
     *
     * @param <E> the enum
     * @param name the property's name
     * @param defaultValue what to return when it did not come
     */
    public <E extends Enum<E>> E getEnum(String name, E defaultValue) {
        return findEnum(name, defaultValue.getDeclaringClass()).orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getEnum(String, Class)} does, if it came}
     *
     * @param <E> the enum
     * @param name the property's name
     * @param type the enum
     */
    public <E extends Enum<E>> Optional<E> findEnum(String name, Class<E> type) {
        return find(name).map(value -> LenientValues.constant(name, value, type));
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
        Object value = find(name).orElse(Map.of());
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw LenientValues.refused(name, "must be an object");
    }

    /**
     * Returns a property that is a JSON array.
     *
     * @param name the property's name
     * @return an unmodifiable list; empty when the property did not come
     * @throws SkillException (400) when it is not an array
     */
    @SuppressWarnings("unchecked") // of whatever JSON has
    public List<Object> getList(String name) {
        Object value = find(name).orElse(List.of());
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw LenientValues.refused(name, "must be an array");
    }

    private Object required(String name) {
        return find(name).orElseThrow(() -> LenientValues.refused(name, "is required"));
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
