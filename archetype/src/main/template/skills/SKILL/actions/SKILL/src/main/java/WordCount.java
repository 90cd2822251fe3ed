package @package@;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.daemon.SkillDaemon;
import java.util.StringTokenizer;

public final class WordCount {

    public record Text(
            @SkillParameter(required = true, description = "The text to count")
            String text) {}

    public record Count(
            @SkillParameter(description = "How many words the text has")
            int words) {}

    @SkillAction
    public Count count(Text payload) {
        if (payload.text().isBlank()) {
            throw SkillException.unprocessable("The text is blank.");
        }
        return new Count(new StringTokenizer(payload.text()).countTokens());
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new WordCount());
    }
}
