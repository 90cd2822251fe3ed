package io.skillsdk.examples.chained;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperty;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Invocation;
import java.util.List;

/**
 * The second skill of a chain: its payload is the whole envelope of the first. It calls a third skill, and chooses the output to go on
 * with.
 */
public final class Chained {

    private static final int MOST_SHORT_WORDS = 3;

    /** The payload of the envelope within. */
    public record Text(@SkillParameter(required = true) String text) {}

    /** What the skill that counts answers. */
    public record Count(int words) {}

    /** The result. */
    public record Routed(String text, int words, String from, List<String> passedOn) {}

    @SkillAction(
            description = "Routes a text by its number of words: short, long, or nowhere when it is blank",
            outputs = {"short", "long"})
    @SkillProperty(
            name = "counting-skill",
            defaultValue = "word-count",
            title = "Counting skill",
            description = "The skill that counts the words of a text")
    public SkillResponse<Routed> route(SkillRequest<SkillRequest<Text>> request, Fabric fabric) {
        SkillRequest<Text> inner = request.payload();
        Text text = inner.payload();
        if (text.text().isBlank()) {
            return SkillResponse.ignore();
        }
        Invocation call = Invocation.of(request.properties().getString("counting-skill"), "request")
                .payload(text);
        int words = fabric.skills().invoke(call, Count.class).payload().words();
        Routed result = new Routed(
                text.text(),
                words,
                inner.activationId().orElse("unknown"),
                inner.properties().names().stream().sorted().toList());
        return SkillResponse.to(words <= MOST_SHORT_WORDS ? "short" : "long", result);
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new Chained());
    }
}
