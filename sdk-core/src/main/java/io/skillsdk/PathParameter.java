package io.skillsdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter of an action to a {@code {name}} of the action's path. The parameter is a
 * {@code String}, a number, a {@code boolean}, an enum, or any type that binds from a JSON string, such as
 * {@code UUID} or {@code LocalDate}. A value that does not convert as a whole is answered with 400: {@code 5 abc} is not a
 * number.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface PathParameter {

    /**
     * The name between the braces.
     *
     * @return the name; the action is refused at start when its path lacks it
     */
    String value();
}
