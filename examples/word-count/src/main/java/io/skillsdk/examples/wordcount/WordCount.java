package io.skillsdk.examples.wordcount;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.daemon.SkillDaemon;
import java.util.StringTokenizer;

/** The smallest real skill: a text goes in, the number of its words comes out. */
public final class WordCount {

    /** The payload. */
    public record Text(
            @SkillParameter(required = true, description = "The text to count", example = "to be or not to be")
            String text) {}

    /** The result. */
    public record Count(
            @SkillParameter(description = "How many words the text has")
            int words) {}

    @SkillAction(title = "Word count", description = "Counts the words of a text")
    public Count count(Text payload) {
        return new Count(new StringTokenizer(payload.text()).countTokens());
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new WordCount());
    }
}
