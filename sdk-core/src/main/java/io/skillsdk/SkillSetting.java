package io.skillsdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a record that is bound with {@code SkillSettings.bind}. Without it, a component is a required setting
 * named after the component.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SkillSetting {

    /** What {@link #defaultValue()} is where there is no default. */
    String REQUIRED = "\0";

    /**
     * The last part of the setting's name.
     *
     * @return the name in lower case with dashes, such as {@code pool-size}; empty (the default) for the component's name in this
     *     form: {@code poolSize} is {@code pool-size}
     */
    String name() default "";

    /**
     * The value where no source has the setting, in the form that a file would give it.
     *
     * @return the default; {@link #REQUIRED} (the default) when the setting must be given
     */
    String defaultValue() default REQUIRED;

    /**
     * What it sets, in a sentence for people.
     *
     * @return the description, for {@code --help}; empty by default
     */
    String description() default "";
}
