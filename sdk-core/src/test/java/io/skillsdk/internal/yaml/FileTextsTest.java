package io.skillsdk.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.definition.DefinitionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextsTest {

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    @Test
    void aTextIsReadLetterByLetter() throws IOException {
        String text = "\uFEFFa: é\r\n\uD83D\uDE00\t\0";
        assertThat(FileTexts.read(file(text.getBytes(StandardCharsets.UTF_8)), 100))
                .isEqualTo(text);
        assertThat(FileTexts.read(file(new byte[0]), 0)).isEmpty();
    }

    @Test
    void aFileOfTheLimitIsReadAndOneByteMoreIsNot() throws IOException {
        assertThat(FileTexts.readBytes(file(new byte[100]), 100)).hasSize(100);
        Path large = file(new byte[101]);
        assertThatThrownBy(() -> FileTexts.readBytes(large, 100))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(large.toString())
                .hasMessageContaining("is larger than 100 bytes, the most that is read.");
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        assertThatThrownBy(() -> FileTexts.read(folder.resolve("none"), 100))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> FileTexts.read(folder, 100)).hasMessageContaining("is not a regular file");
        assertThatThrownBy(() -> FileTexts.read(Path.of("/dev/zero"), 100))
                .hasMessageContaining("is not a regular file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF", "C3", "C328", "EDA080", "F4908080", "C080", "FFFE6100", "E282"})
    void whatIsNotUtf8IsRefused(String hex) throws IOException {
        byte[] bytes = new java.math.BigInteger("61" + hex, 16).toByteArray();
        Path file = file(bytes);
        assertThatThrownBy(() -> FileTexts.read(file, 100))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("is not encoded in UTF-8. Save it as UTF-8.");
    }

    @Test
    void anyTextIsReadAsItWasWritten() throws IOException {
        for (long seed = 0; seed < 100; seed++) {
            StringBuilder text = new StringBuilder();
            new Random(seed)
                    .ints(20, 0, 0x10FFFF)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .forEach(text::appendCodePoint);
            assertThat(FileTexts.read(file(text.toString().getBytes(StandardCharsets.UTF_8)), 1000))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString());
        }
    }
}
