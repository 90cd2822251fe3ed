package io.skillsdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter of an action to a header of its call: an HTTP header, or else one that an agent passes on within the
 * envelope. The parameter is of a type that {@link PathParameter} takes, an {@code Optional} of one, or a {@code List} or
 * {@code Set} of one for a header that comes several times; the commas within a value are a part of it.
 *
 * <p>Without a value in the call it is the {@link #defaultValue}. Without a default either: an empty {@code Optional},
 * {@code List} or {@code Set}, {@code 0} or {@code false} for a primitive type, and null for any other, as in JAX-RS; or a
 * refusal with 400, when it is {@link #required}. A value that does not convert is answered with 400.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Header {

    /**
     * The header's name, in any case.
     *
     * @return the name; the action is refused at start when it is empty
     */
    String value();

    /**
     * Whether a call without it is answered with 400.
     *
     * @return {@code false} by default
     */
    boolean required() default false;

    /**
     * What a call without it has in its place: one text, or several for a {@code List} or {@code Set}. The action is
     * refused at start when it does not convert.
     *
     * @return the default; none by default
     */
    String[] defaultValue() default {};
}
