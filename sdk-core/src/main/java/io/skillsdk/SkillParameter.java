package io.skillsdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a payload record, or a field of a payload class, as a parameter of the skill.
 *
 * <p>A component that is required and missing (or {@code null}) is answered with 400 before the action is
 * called. Components of a primitive type are always required; those with Jackson's
 * {@code @JsonProperty(required = true)}, Jakarta's {@code @NotNull}, {@code @NotBlank} and {@code @NotEmpty}, or
 * JSpecify's {@code @NonNull} are too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface SkillParameter {

    /**
     * Whether the parameter must be there.
     *
     * @return {@code true} to answer its absence with 400; {@code false} by default
     */
    boolean required() default false;

    /**
     * A short title for people.
     *
     * @return the title; empty by default
     */
    String title() default "";

    /**
     * What the parameter means, in a sentence for people.
     *
     * @return the description; empty by default
     */
    String description() default "";

    /**
     * An example value, as JSON or plain text.
     *
     * @return the example; empty by default
     */
    String example() default "";
}
