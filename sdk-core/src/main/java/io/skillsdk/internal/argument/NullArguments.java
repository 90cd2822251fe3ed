package io.skillsdk.internal.argument;

import java.util.Map;
import java.util.Objects;

/** Refuses null in what callers of the public API hand in: the message names the parameter. */
public final class NullArguments {

    private NullArguments() {}

    /**
     * Refuses elements that are null, or have null among them.
     *
     * @throws NullPointerException when they are
     */
    public static <I extends Iterable<?>> I refuseIn(I elements, String parameter) {
        Objects.requireNonNull(elements, parameter);
        for (Object element : elements) {
            if (element == null) {
                throw new NullPointerException(parameter + " must not have a null element");
            }
        }
        return elements;
    }

    /**
     * Refuses an array that is null, or has null in it.
     *
     * @throws NullPointerException when it is
     */
    public static <E> E[] refuseIn(E[] elements, String parameter) {
        Objects.requireNonNull(elements, parameter);
        for (E element : elements) {
            if (element == null) {
                throw new NullPointerException(parameter + " must not have a null element");
            }
        }
        return elements;
    }

    /**
     * Refuses a map that is null, or has null as a name or value.
     *
     * @throws NullPointerException when it is
     */
    public static <M extends Map<String, ?>> M refuseIn(M values, String parameter) {
        refuseNamesIn(values, parameter).forEach((name, value) -> {
            if (value == null) {
                throw new NullPointerException(
                        parameter + " must not have null as a value, but has it for '" + name + "'");
            }
        });
        return values;
    }

    /**
     * Refuses a map that is null, or has null as a name; its values may be null.
     *
     * @throws NullPointerException when it is
     */
    public static <M extends Map<String, ?>> M refuseNamesIn(M values, String parameter) {
        for (String name : Objects.requireNonNull(values, parameter).keySet()) {
            if (name == null) {
                throw new NullPointerException(parameter + " must not have null as a name");
            }
        }
        return values;
    }
}
