package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class WordCountTest {

    private final SkillTester tester = SkillTester.of(new WordCount());

    @Test
    void wordsAreCounted() {
        assertThat(new WordCount().count(new WordCount.Text("to be  or\nnot"))).isEqualTo(new WordCount.Count(4));
    }

    @Test
    void aBlankTextIsRefused() {
        assertThat(tester.invoke(new WordCount.Text(" ")).error().detail()).isEqualTo("The text is blank.");
    }

    @ParameterizedTest
    @MessageFiles("../../invoke")
    void everyMessageIsAnswered(Path message) {
        assertThat(tester.invokeMessage(message).payload(WordCount.Count.class).words())
                .isPositive();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("../../skill.yaml"), new WordCount());
    }
}
