package io.skillsdk.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a download and a body for an upload do with their bytes. */
class DownloadTest {

    @TempDir
    private Path folder;

    private static Download of(String text) {
        return of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Download of(InputStream stream) {
        return new Download("content 'a'", "text/plain", -1, Optional.empty(), stream);
    }

    /** As the wire breaks: with the platform's exception, after some bytes. */
    private static InputStream breaking() {
        return new InputStream() {
            private int given;

            @Override
            public int read() {
                if (given++ == 100_000) {
                    throw new FabricException(Reason.UNAVAILABLE, 0, "content 'a'", "the connection broke");
                }
                return 'x';
            }
        };
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 220, 250, 255})
    void aFileOfAnyNameThatTheSystemTakesIsWritten(int length) throws IOException {
        Path file = folder.resolve("n".repeat(length));
        assertThat(of("new").copyTo(file)).isEqualTo(3);
        assertThat(file).hasContent("new");
        of("newer").copyTo(file);
        assertThat(file).hasContent("newer");
        assertThat(files()).hasSize(1);
    }

    @Test
    void aCopyThatBreaksOffLeavesTheFileAsItWasAndNothingBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("model"), "old");
        assertThatThrownBy(() -> of(breaking()).copyTo(file)).isInstanceOf(FabricException.class);
        assertThat(file).hasContent("old");
        assertThatThrownBy(() -> of(breaking()).copyTo(folder.resolve("other"))).isInstanceOf(FabricException.class);
        assertThatThrownBy(() -> of("x").copyTo(folder.resolve("no/such/folder")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot write ");
        assertThat(files()).containsExactly("model");
    }

    @Test
    void aFolderIsNotReplacedByAFile() throws IOException {
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("kept"), "");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        for (Path target : List.of(full, empty)) {
            assertThatThrownBy(() -> of("x").copyTo(target)).isInstanceOf(UncheckedIOException.class);
            assertThat(target).isDirectory();
        }
        assertThat(files()).containsExactly("empty", "full");
    }

    @Test
    void aLimitIsTheMostAndNotTheFirstThatIsTooMuch() {
        assertThat(of("12345").bytes(5)).hasSize(5);
        assertThat(of("").bytes(0)).isEmpty();
        assertThat(of("größe").text(7)).isEqualTo("größe");
        assertThatThrownBy(() -> of("größe").text(6))
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE_ANSWER))
                .hasMessageContaining("content 'a'")
                .hasMessageContaining("more than 6 bytes");
        assertThatThrownBy(() -> of("1").bytes(0)).isInstanceOf(FabricException.class);
    }

    @Test
    void whatWasPeekedAtIsReadAgain() {
        Download download = of("0123456789");
        assertThat(download.peek(4)).isEqualTo("0123".getBytes(StandardCharsets.UTF_8));
        assertThat(download.peek(40)).hasSize(10);
        assertThat(download.text(100)).isEqualTo("0123456789");
    }

    @Test
    void jsonThatDoesNotFitIsNamedAndNotShown() {
        assertThat(of("{\"a\":[1]}").json(Object.class)).isEqualTo(Map.of("a", List.of(1)));
        for (String bad : List.of("", "{\"a\":", "s3cr3t", "null", "\"s3cr3t\"", "{} {}")) {
            assertThatThrownBy(() -> of(bad).json(Integer.class))
                    .as(bad)
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("content 'a'")
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    @Test
    void aLineThatIsBrokenByTheWireComesAfterThoseBeforeIt() {
        Stream<Integer> lines = of(new InputStream() {
                    private final byte[] first = "1\n2\r\n\n3\n".getBytes(StandardCharsets.UTF_8);
                    private int next;

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        if (next > 0) {
                            throw new FabricException(Reason.TIMED_OUT, 0, "content 'a'", null);
                        }
                        System.arraycopy(first, 0, target, offset, first.length);
                        next = first.length;
                        return first.length;
                    }

                    @Override
                    public int read() {
                        throw new IllegalStateException("read in blocks");
                    }
                })
                .lines(Integer.class);
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> lines.forEach(seen::add)).isInstanceOf(FabricException.class);
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @Test
    void aBodyKnowsItsTypeItsLengthAndWhetherItCanBeReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "12345");
        assertThat(describe(ContentBody.of("é"))).isEqualTo("text/plain; charset=utf-8 2 true");
        assertThat(describe(ContentBody.of(new byte[3]))).isEqualTo("application/octet-stream 3 true");
        assertThat(describe(ContentBody.of(file))).isEqualTo("application/octet-stream 5 true");
        assertThat(describe(ContentBody.of(InputStream::nullInputStream)))
                .isEqualTo("application/octet-stream -1 true");
        assertThat(describe(ContentBody.of(InputStream.nullInputStream(), -7)))
                .isEqualTo("application/octet-stream -1 false");
        assertThat(describe(ContentBody.json(Map.of("a", 1)))).isEqualTo("application/json 7 true");
        assertThat(describe(ContentBody.jsonLines(Stream.of(1, 2)).as("text/csv")))
                .isEqualTo("text/csv -1 false");
        assertThatThrownBy(() -> ContentBody.of(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none");
    }

    private static String describe(ContentBody body) {
        return body.contentType() + " " + body.length() + " " + body.isRepeatable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b\r\nX: y", "a/b\n", "text/plän", "a\u0000", "a\u007f"})
    void aTypeThatAHeaderCannotCarryIsRefused(String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentBody.of("x").as(type))
                .withMessageContaining("visible ASCII");
    }
}
