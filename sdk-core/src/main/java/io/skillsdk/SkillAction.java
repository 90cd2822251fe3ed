package io.skillsdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an instance method a daemon action of a Skill.
 *
 * <p>The method takes, in any order and each at most once: its payload (a record, class, {@code Map},
 * {@code List}, {@code String}, number or JSON tree), the whole envelope as {@link SkillRequest}, the
 * {@link SkillContext} of the call, its {@link SkillProperties}; and any number of
 * {@link PathParameter}s. It returns a payload, a {@link SkillResponse}, a
 * {@link java.util.concurrent.CompletionStage} of either, or nothing. It must not be private, static or
 * generic. A method that cannot work is refused when the daemon or the tester starts.
 *
 * <p>An action is called by one thread per call, several at a time: fields of its class must be safe for that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SkillAction {

    /**
     * The action's name: letters, digits, {@code -} and {@code _}, unique within a daemon.
     *
     * @return the name; empty (the default) for the method's name
     */
    String name() default "";

    /**
     * The path at which the action answers, such as {@code predict} or {@code profiles/{profileId}}. A
     * leading or trailing slash makes no difference; {@code /} is the root.
     *
     * <p>Every action also answers at {@code daemon.path}, where the output of the call chooses it: see {@link #output}.
     *
     * @return the path; empty (the default) for the action's name
     */
    String path() default "";

    /**
     * The HTTP method. The platform sends an envelope only with {@code POST}, {@code PUT} and {@code PATCH} (gateway).
     *
     * @return the method; the value of {@code daemon.method} by default
     */
    HttpMethod method() default HttpMethod.DEFAULT;

    /**
     * A short title for people.
     *
     * @return the title; empty by default
     */
    String title() default "";

    /**
     * What the action does, in a sentence for people.
     *
     * @return the description; empty by default
     */
    String description() default "";

    /**
     * The output of the action's own. The inputs of a skill share one path and differ by the output that they route to
     * (gateway), so an input of skill.yaml reaches the action whose own output it routes to. It must be unique within a
     * daemon. The only action of a daemon takes calls for any output.
     *
     * @return the output's name; empty (the default) for the action's name
     */
    String output() default "";

    /**
     * Further outputs of the skill that the action routes its results to with {@link SkillResponse#to}, for skill.yaml.
     *
     * @return names of outputs; none by default
     */
    String[] outputs() default {};
}
