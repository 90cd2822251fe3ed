package io.skillsdk;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Values that are found by name, whatever JSON type they have come as, each in the type that is asked for. */
abstract sealed class TypedValues permits SkillProperties {

    TypedValues() {}

    /**
     * Returns a value as it came.
     *
     * @param name its name
     * @return the value, or empty when it did not come
     */
    public abstract Optional<Object> find(String name);

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
        Objects.requireNonNull(defaultValue, "defaultValue");
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
        Objects.requireNonNull(defaultValue, "defaultValue");
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
        Objects.requireNonNull(type, "type");
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
        return findEnum(
                        name,
                        Objects.requireNonNull(defaultValue, "defaultValue").getDeclaringClass())
                .orElse(defaultValue);
    }

    /**
     * {@return a property as {@link #getEnum(String, Class)} does, if it came}
     *
     * @param <E> the enum
     * @param name the property's name
     * @param type the enum
     */
    public <E extends Enum<E>> Optional<E> findEnum(String name, Class<E> type) {
        Objects.requireNonNull(type, "type");
        return find(name).map(value -> LenientValues.constant(name, value, type));
    }

    private Object required(String name) {
        return find(name).orElseThrow(() -> LenientValues.refused(name, "is required"));
    }
}
