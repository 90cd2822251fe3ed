package io.skillsdk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of an action together with the output it is routed to.
 *
 * @param <P> the payload's type
 * @param payload the payload; null is sent as {@code {}}, a number or boolean {@code v} as {@code {"result": v}}, as the
 *     gateway fails an activation whose payload is missing, {@code null}, {@code 0}, {@code false} or {@code ""}
 * @param outputName the output of the skill to go on with, or null for the one the platform named
 */
public record SkillResponse<P>(
        @Nullable P payload, @Nullable String outputName) {

    /** The output name that ends the branch of an agent quietly (gateway). */
    public static final String IGNORE = "ignore";

    /**
     * Answers with a payload, on the output that the platform named.
     *
     * @param <P> the payload's type
     * @param payload the payload, or null for an empty one
     * @return the response
     */
    public static <P> SkillResponse<P> of(@Nullable P payload) {
        return new SkillResponse<>(payload, null);
    }

    /**
     * Answers with a payload, on an output of the skill.
     *
     * @param <P> the payload's type
     * @param outputName the name of an output in skill.yaml
     * @param payload the payload, or null for an empty one
     * @return the response
     */
    public static <P> SkillResponse<P> to(String outputName, @Nullable P payload) {
        return new SkillResponse<>(payload, Objects.requireNonNull(outputName, "outputName"));
    }

    /**
     * Ends this branch of the agent quietly: no output follows.
     *
     * @param <P> the payload's type
     * @return the response
     */
    public static <P> SkillResponse<P> ignore() {
        return new SkillResponse<>(null, IGNORE);
    }
}
