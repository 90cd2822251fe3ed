package io.skillsdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a property of the skill that an action reads: on the action, or on its class for all actions of the class. The
 * platform drops every property that skill.yaml does not declare (gateway); {@code describe} writes the declared ones
 * into skill.yaml, and {@code check} finds those that are missing there.
 *
 * <pre>{@code
 * @SkillAction
 * @SkillProperty(name = "model-id", defaultValue = "german-credit-model", description = "The model to load")
 * @SkillProperty(name = "threshold", type = SkillProperty.Type.NUMBER, defaultValue = "0.5")
 * Loaded init(ModelChoice payload, SkillProperties properties) {
 *     double threshold = properties.getDouble("threshold");
 *     …
 * }
 * }</pre>
 *
 * <p>The default also applies where a call comes without the property, as from a local {@code curl} or a test.
 * A declaration that cannot work is refused when the daemon or the tester starts.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(SkillProperty.List.class)
public @interface SkillProperty {

    /** What values a property has. */
    enum Type {
        /** Text; the platform hands text that is JSON over as that JSON. */
        STRING,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN
    }

    /**
     * The property's name, unique within the skill; not one of the platform's own {@code daemon.*}.
     *
     * @return the name
     */
    String name();

    /**
     * The type of its values.
     *
     * @return the type; {@link Type#STRING} by default
     */
    Type type() default Type.STRING;

    /**
     * The value where none is set. For a {@link #secure} property it is {@code #SECURE.key}, the key of a secret.
     *
     * @return the value as text, of the property's type; empty (the default) for none
     */
    String defaultValue() default "";

    /**
     * The only values that are allowed.
     *
     * @return the values as text, of the property's type; none (the default) for any
     */
    String[] validValues() default {};

    /**
     * A short title for people.
     *
     * @return the title; empty (the default) for the name
     */
    String title() default "";

    /**
     * What the property means, in a sentence for people.
     *
     * @return the description; empty by default
     */
    String description() default "";

    /**
     * Whether the platform asks for a value.
     *
     * @return whether it is required; false by default
     */
    boolean required() default false;

    /**
     * Whether the value is a secret, which the platform keeps and resolves.
     *
     * @return whether it is secure; false by default
     */
    boolean secure() default false;

    /** Several properties of one action or class. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {

        /**
         * The properties.
         *
         * @return the properties
         */
        SkillProperty[] value();
    }
}
