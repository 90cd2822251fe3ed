package io.skillsdk.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its arguments, such as {@code List<Count>}, which a {@code Class} cannot say. It is made as an anonymous
 * subclass:
 *
 * <pre>{@code
 * List<Count> counts = tester.invoke(texts).payload(new TypeReference<List<Count>>() {});
 * }</pre>
 *
 * @param <T> the type
 */
public abstract class TypeReference<T> {

    private final Type type;

    /**
     * Makes a reference to the type argument of the subclass.
     *
     * @throws IllegalStateException when the subclass gives none
     */
    protected TypeReference() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parameterized)
                || getClass().getSuperclass() != TypeReference.class) {
            throw new IllegalStateException("Say which type: new TypeReference<List<String>>() {}");
        }
        this.type = parameterized.getActualTypeArguments()[0];
    }

    /**
     * Returns the type.
     *
     * @return the type with its arguments
     */
    public final Type type() {
        return type;
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }
}
