package io.skillsdk.conformance;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.daemon.SkillDaemon;
import java.util.StringTokenizer;

/** An ordinary skill of the SDK, which may be told to take its time. */
public final class CountingSkill {

    static final String MESSAGE = "{\"payload\": {\"text\": \"to be or not to be\"}, \"properties\": {\"limit\": 5}}";

    static final String REFUSED = "{\"payload\": {\"text\": 5}}";

    static final String SLOW = "{\"payload\": {\"text\": \"to be\", \"millis\": 1500}}";

    public record Text(
            @SkillParameter(required = true) String text,
            @SkillParameter(required = false) Integer millis) {}

    public record Count(int words) {}

    @SkillAction
    public Count count(Text payload) throws InterruptedException {
        if (payload.millis() != null) {
            Thread.sleep(payload.millis());
        }
        return new Count(new StringTokenizer(payload.text()).countTokens());
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new CountingSkill());
    }
}
