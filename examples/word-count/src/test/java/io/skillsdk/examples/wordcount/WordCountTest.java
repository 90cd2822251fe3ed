package io.skillsdk.examples.wordcount;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.wordcount.WordCount.Count;
import io.skillsdk.examples.wordcount.WordCount.Text;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class WordCountTest {

    private final SkillTester tester = SkillTester.of(new WordCount());

    @Test
    void wordsAreCounted() {
        assertThat(new WordCount().count(new Text("to be  or\nnot"))).isEqualTo(new Count(4));
    }

    @Test
    void anEmptyTextHasNoWords() {
        assertThat(tester.invoke(new Text("")).json()).isEqualTo("{\"payload\":{\"words\":0}}");
    }

    @Test
    void aMissingTextIsRefused() {
        assertThat(tester.invokeJson("{\"payload\":{}}").violations())
                .containsExactly(new Violation("payload.text", "is required, and must be a string"));
    }

    @ParameterizedTest
    @MessageFiles("skills/word-count/invoke")
    void everyMessageIsAnswered(Path message) {
        assertThat(tester.invokeMessage(message).payload(Count.class).words()).isPositive();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new WordCount());
    }
}
