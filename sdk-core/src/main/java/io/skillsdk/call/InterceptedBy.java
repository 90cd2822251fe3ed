package io.skillsdk.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts interceptors around an action, or around all actions of a class; those of the class stand outside. Each is made
 * once for each action, by a constructor without parameters, when the daemon or the tester starts. One that needs more is
 * given to the daemon as an instance, and chooses its actions by {@link InterceptedCall#annotation}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface InterceptedBy {

    /**
     * The interceptors, the outermost first.
     *
     * @return classes with a constructor without parameters
     */
    Class<? extends ActionInterceptor>[] value();
}
