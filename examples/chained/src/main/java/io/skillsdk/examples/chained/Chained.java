package io.skillsdk.examples.chained;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.daemon.SkillDaemon;
import java.util.List;

/** The second skill of a chain: its payload is the whole envelope of the first, and it chooses the output to go on with. */
public final class Chained {

    /** The payload of the envelope within. */
    public record Text(@SkillParameter(required = true) String text) {}

    /** The result. */
    public record Routed(String text, String from, List<String> passedOn) {}

    @SkillAction(
            description = "Routes a text by its length: short, long, or nowhere when it is blank",
            outputs = {"short", "long"})
    public SkillResponse<Routed> route(SkillRequest<SkillRequest<Text>> request) {
        SkillRequest<Text> inner = request.payload();
        String text = inner.payload().text();
        if (text.isBlank()) {
            return SkillResponse.ignore();
        }
        Routed result = new Routed(
                text,
                inner.activationId().orElse("unknown"),
                inner.properties().names().stream().sorted().toList());
        return SkillResponse.to(text.length() <= 20 ? "short" : "long", result);
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new Chained());
    }
}
