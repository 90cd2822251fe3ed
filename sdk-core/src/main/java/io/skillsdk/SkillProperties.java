package io.skillsdk;

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
public final class SkillProperties extends TypedValues {

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
        if (CheckedCopies.requireNames(values, "values").isEmpty()) {
            return NONE;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Object kept = JsonCopies.of(value);
            if (kept != null) {
                copy.put(name, kept);
            }
        });
        return new SkillProperties(Collections.unmodifiableMap(copy));
    }

    /** Properties with values that are copied already and no longer change. */
    static SkillProperties owning(Map<String, Object> values) {
        return values.isEmpty() ? NONE : new SkillProperties(Collections.unmodifiableMap(values));
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
    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(Objects.requireNonNull(name, "name")));
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
