package io.skillsdk.internal.definition.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.yaml.Places;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reference to a secret that YAML takes for a comment. */
class TextChecksTest {

    private static List<String> find(String text) {
        FindingCollector findings = new FindingCollector(Path.of("skill.yaml"), new Places());
        TextChecks.run(text, findings);
        return findings.all().stream()
                .map(finding -> finding.line() + ":" + finding.column() + " " + finding.id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "defaultValue: #SECURE.key ^ 1:15",
                "a: 1\\ndefaultValue:   #SECURE.key # why ^ 2:17",
                "- {name: a, defaultValue: #SECURE.key\\n  } ^ 1:27",
                "a: 1\\r\\ndefaultValue: #SECURE.key\\r\\n ^ 2:15",
                "\uD83D\uDE00: #SECURE.key ^ 1:4",
                "description: |\\n  defaultValue: #SECURE.key\\ndefaultValue: #SECURE.b ^ 3:15",
            })
    void anUnquotedReferenceIsFoundWhereItIs(String text, String place) {
        assertThat(find(text.translateEscapes())).containsExactly(place + " secure-unquoted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "defaultValue: '#SECURE.key'",
                "defaultValue: \"#SECURE.key\"",
                "# defaultValue: #SECURE.key",
                "defaultValue: x #SECURE.key",
                "defaultValue: '' # write '#SECURE.key'",
                "a: b#SECURE.key",
                "description: |\\n  Write\\n  defaultValue: #SECURE.key\\nname: a",
                "description: >-\\n  Write\\n\\n  x: #SECURE.key",
                "description: 'Write\\n  x: #SECURE.key'",
                "description: \"Write\\n  x: #SECURE.key\"",
            })
    void whatIsNoReferenceThatIsLostIsNotFound(String text) {
        assertThat(find(text.translateEscapes())).isEmpty();
    }

    @Test
    void theMessageSaysWhatToWrite() {
        FindingCollector findings = new FindingCollector(Path.of("skill.yaml"), new Places());
        TextChecks.run("defaultValue: #SECURE.a/b-c # x", findings);
        assertThat(findings.all().get(0).message())
                .isEqualTo(
                        "The reference to a secret is a comment, as it is not quoted; write '#SECURE.a/b-c' with quotes.");
    }

    @Test
    void aTextThatIsNoYamlIsLookedAtLineByLine() {
        assertThat(find("a: [\ndefaultValue: #SECURE.key")).containsExactly("2:15 secure-unquoted");
    }
}
