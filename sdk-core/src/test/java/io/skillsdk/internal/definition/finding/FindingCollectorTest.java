package io.skillsdk.internal.definition.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.Finding;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.definition.yaml.Places;
import io.skillsdk.internal.yaml.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingCollectorTest {

    @TempDir
    Path folder;

    private FindingCollector collector(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("skill.yaml"), yaml);
        DefinitionFile read = DefinitionReader.readAsMeant(file);
        return new FindingCollector(file, read.places());
    }

    @Test
    void aFindingIsWhereItsPartIsOrWhatIsAround() throws IOException {
        FindingCollector findings = collector("name: a\ninputs:\n  - name: b\n    routing:\n      all: {output: c}\n");
        findings.add(Rule.NAME_MISSING, "inputs[0].routing.all.output", "1");
        findings.add(Rule.NAME_MISSING, "inputs[0].routing.all.action", "2");
        findings.add(Rule.NAME_MISSING, "inputs[0].parameters[3].name", "3");
        findings.add(Rule.NAME_MISSING, "actions[0].name", "4");
        assertThat(findings.all())
                .extracting(Finding::message, Finding::line, Finding::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("4", 1, 1),
                        org.assertj.core.groups.Tuple.tuple("3", 3, 5),
                        org.assertj.core.groups.Tuple.tuple("2", 5, 7),
                        org.assertj.core.groups.Tuple.tuple("1", 5, 13));
    }

    @Test
    void whatIsFoundTwiceIsOneFinding() throws IOException {
        FindingCollector findings = collector("name: a\n");
        findings.add(Rule.NAME_MISSING, "name", "one");
        findings.add(Rule.NAME_MISSING, "name", "one");
        findings.in(folder.resolve("skill.yaml"), new Places()).add(Rule.NAME_MISSING, "name", "one");
        findings.add(Rule.NAME_MISSING, "name", "two");
        findings.add(Rule.NAME_INVALID, "name", "one");
        assertThat(findings.all()).hasSize(3);
    }

    @Test
    void whatIsMissingOfAPartThatIsNotOfItsKindIsNoFaultOfItsOwn() throws IOException {
        FindingCollector findings = collector("inputs:\n  - name: [a]\n    parameters: 5\n");
        findings.add(Rule.NAME_MISSING, "inputs[0].name", "no");
        findings.add(Rule.NAME_MISSING, "inputs[0].parameters[0].name", "no");
        findings.add(Rule.VALUE_MALFORMED, "inputs[0].name", "yes");
        findings.add(Rule.NAME_MISSING, "inputs[0].names", "yes");
        assertThat(findings.all()).extracting(Finding::message).containsExactly("yes", "yes");
        assertThat(findings.isFaulty("inputs[0].parameters")).isTrue();
        assertThat(findings.isFaulty("inputs[0]")).isFalse();
    }

    @Test
    void filesAreNamedTheWayTheDefinitionIs() {
        FindingCollector relative = new FindingCollector(Path.of("skills/a/skill.yaml"), new Places());
        Path message = Path.of("skills/a/invoke/b/message.json").toAbsolutePath();
        relative.addIn(message, Rule.MESSAGE_KEY, "relative");
        relative.addIn(message, new Place(3, 2), Rule.MESSAGE_KEY, "placed");
        assertThat(relative.all()).extracting(Finding::file).containsOnly(Path.of("skills/a/invoke/b/message.json"));
        assertThat(relative.all()).extracting(Finding::line).containsExactly(1, 3);
        FindingCollector absolute = new FindingCollector(Path.of("/w/skill.yaml"), new Places());
        absolute.addIn(Path.of("/w/x.json"), Rule.MESSAGE_KEY, "absolute");
        assertThat(absolute.all()).extracting(Finding::file).containsExactly(Path.of("/w/x.json"));
    }

    @Test
    void everyRuleIsKnownByItsIdAndSaysWhyItMatters() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(Rule.of(rule.id())).contains(rule);
            assertThat(rule.reason()).endsWith(".").hasSizeGreaterThan(20);
        }
        assertThat(Rule.of("IMAGE_TAG")).isEmpty();
        assertThat(Rule.of("")).isEmpty();
    }
}
