package io.skillsdk.internal.definition.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.definition.platform.DockerfileText.Instruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileTextTest {

    @Test
    void instructionsHaveTheLineOnWhichTheyStart() {
        assertThat(DockerfileText.read("# syntax=docker/dockerfile:1\n\nfrom eclipse-temurin:17\r\nEXPOSE 5000\n"))
                .containsExactly(
                        new Instruction(3, "FROM", "eclipse-temurin:17"), new Instruction(4, "EXPOSE", "5000"));
    }

    @Test
    void aBackslashContinuesALineOverCommentsAndEmptyLines() {
        assertThat(DockerfileText.read("CMD java \\\n  # a comment\n\n  -jar \\\n  app.jar\nUSER 1\n"))
                .extracting(Instruction::line, Instruction::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "CMD"), org.assertj.core.groups.Tuple.tuple(6, "USER"));
        assertThat(DockerfileText.read("CMD java \\\n\n -jar \\\n app.jar")
                        .get(0)
                        .words())
                .containsExactly("java", "-jar", "app.jar");
    }

    @Test
    void anInstructionThatTheFileEndsWithinIsReadAllTheSame() {
        assertThat(DockerfileText.read("EXPOSE 5000 \\\n")).containsExactly(new Instruction(1, "EXPOSE", "5000"));
        assertThat(DockerfileText.read("EXPOSE 5000 \\")).containsExactly(new Instruction(1, "EXPOSE", "5000"));
        assertThat(DockerfileText.read("\\\n\\\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<<EOF, EOF", "<<-EOF, EOF", "<<\"EOF\", EOF", "<<'EOF', EOF", "3<<EOF, EOF", "<<E_1 sh, E_1"})
    void aHeredocIsNoInstruction(String word, String end) {
        assertThat(DockerfileText.read("RUN " + word + "\nEXPOSE 1\n\t" + end + "\nEXPOSE 2\n"))
                .extracting(Instruction::name, Instruction::rest)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("RUN", word),
                        org.assertj.core.groups.Tuple.tuple("EXPOSE", "2"));
    }

    @Test
    void twoHeredocsEndOneAfterTheOther() {
        assertThat(DockerfileText.read("COPY <<A <<B /x\none\nA\nEXPOSE 1\nB\nEXPOSE 2"))
                .extracting(Instruction::rest)
                .containsExactly("<<A <<B /x", "2");
    }

    @ParameterizedTest
    @CsvSource({"RUN echo $((1<<2))", "RUN test a<<b", "ENV A=<<EOF", "CMD <<EOF"})
    void whatOnlyLooksLikeAHeredocHidesNothing(String line) {
        assertThat(DockerfileText.read(line + "\nEXPOSE 2")).hasSize(2);
    }

    @Test
    void theWordsOfACommandAreTheSameInBothForms() {
        assertThat(DockerfileText.read("CMD [\"java\", \"-jar\",\"app.jar\"]")
                        .get(0)
                        .words())
                .isEqualTo(DockerfileText.read("CMD java -jar app.jar").get(0).words());
    }
}
