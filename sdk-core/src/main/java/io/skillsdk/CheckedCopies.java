package io.skillsdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Immutable copies of what an author hands in. They refuse null, and name the parameter in which it is. */
final class CheckedCopies {

    private CheckedCopies() {}

    static <E> List<E> list(List<E> elements, String parameter) {
        List<E> copy = new ArrayList<>(Objects.requireNonNull(elements, parameter));
        copy.forEach(element -> Objects.requireNonNull(element, parameter + " must not have a null element"));
        return Collections.unmodifiableList(copy);
    }

    /** Names to texts, in the order in which they came. */
    static Map<String, String> texts(Map<String, String> values, String parameter) {
        Map<String, String> copy = new LinkedHashMap<>();
        requireNames(values, parameter).forEach((name, value) -> copy.put(name, requireValue(name, value, parameter)));
        return Collections.unmodifiableMap(copy);
    }

    /** Names to lists of texts, in the order in which they came, put into a map that is empty. */
    static Map<String, List<String>> textLists(
            Map<String, ? extends List<String>> values, Map<String, List<String>> copy, String parameter) {
        requireNames(values, parameter).forEach((name, texts) -> {
            List<String> all = list(requireValue(name, texts, parameter), parameter);
            copy.put(name, all);
        });
        return Collections.unmodifiableMap(copy);
    }

    /** A map whose values may be null, and whose names are not. */
    static <M extends Map<String, ?>> M requireNames(M values, String parameter) {
        for (String name : Objects.requireNonNull(values, parameter).keySet()) {
            Objects.requireNonNull(name, parameter + " must not have null as a name");
        }
        return values;
    }

    private static <V> V requireValue(String name, V value, String parameter) {
        return Objects.requireNonNull(
                value, () -> parameter + " must not have null as a value, but has it for '" + name + "'");
    }

    /** A map without null in it. */
    static <M extends Map<String, ?>> M requireAll(M values, String parameter) {
        requireNames(values, parameter).forEach((name, value) -> requireValue(name, value, parameter));
        return values;
    }
}
