package io.skillsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int execute(String... args) {
        return ConformanceCommand.execute(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    @Test
    void helpTellsHowToUseIt() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--refused FILE", "exit codes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                         | The address of the daemon is missing.",
                "localhost                                | 'localhost' is not the address of a daemon.",
                "https://localhost/invoke                 | 'https://localhost/invoke' is not the address of a daemon.",
                "http://localhost/invoke --message        | '--message' needs a value",
                "http://localhost/invoke --messag x       | '--messag' is not an option.",
                "http://localhost/invoke --message /no/x  | There is no readable file /no/x.",
                "http://localhost/invoke --pid 2x         | '2x' is not a running process.",
            })
    void aCommandLineThatIsNotValidIsToldSo(String line, String message) {
        assertThat(execute(line == null ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(message).contains("usage:");
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        assertThat(execute("http://localhost/invoke", "--refused", latin.toString()))
                .isEqualTo(2);
        assertThat(execute("http://localhost/invoke", "--slow", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("The file " + latin + " is not UTF-8.", "There is no readable file " + folder + ".");
    }

    @Test
    void theReportIsPrintedAndTheExitCodeSaysWhetherTheDaemonConforms(@TempDir Path folder) throws IOException {
        Path message = Files.writeString(folder.resolve("message.json"), "{\"payload\": 1}");
        try (FaultyDaemon daemon = FaultyDaemon.answering(200, "OK", "{\"payload\": 1}")) {
            assertThat(execute(daemon.action().toString(), "--message", message.toString()))
                    .isEqualTo(1);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("passed  answer.payload")
                .contains("failed  errors.wrong-path")
                .containsPattern("\\d+ passed, \\d+ failed, \\d+ warned, \\d+ skipped");
    }
}
