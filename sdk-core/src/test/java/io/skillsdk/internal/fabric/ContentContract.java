package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.ContentItem;
import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.FabricException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every platform does with managed content. */
interface ContentContract extends FabricUnderTest {

    record Line(int n, String text) {}

    @Test
    default void contentGoesUpAndComesDown() {
        ContentItem item = fabric().content()
                .upload("reports/a b.csv", ContentBody.of("1,2").as("text/csv"));
        assertThat(item.key()).isEqualTo("reports/a b.csv");
        assertThat(item.size()).isEqualTo(3);
        try (Download download = fabric().content().download("/reports/a b.csv")) {
            assertThat(download.contentType()).isEqualTo("text/csv");
            assertThat(download.length()).isEqualTo(3);
            assertThat(download.etag()).isPresent();
            assertThat(download.text(100)).isEqualTo("1,2");
        }
    }

    @Test
    default void keysAreNamesAndNotPathsOfTheApi() {
        List<String> keys = List.of(
                "a?b", "a#b", "a%20b", "a b", "a+b", "a&b=c", "ü/é", "*'()!", "a;b", "x/y.z", "~tilde", "a\"b<c>");
        keys.forEach(key -> fabric().content().upload(key, ContentBody.of(key)));
        keys.forEach(
                key -> assertThat(fabric().content().download(key).text(100)).isEqualTo(key));
        assertThat(fabric().content().list("").map(ContentItem::key)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    default void keysThatLeadElsewhereAreRefusedWithoutAsking() {
        int before = platform().faults().asked().size();
        for (String key : List.of("..", "../models/m", "a/../b", "a/./b", "", "/", "a//b", "a/", "a\nb", "a\u0000")) {
            FabricUnderTest.assertReason(
                    Reason.INVALID, () -> fabric().content().download(key));
            FabricUnderTest.assertReason(
                    Reason.INVALID, () -> fabric().content().delete(key));
            FabricUnderTest.assertReason(
                    Reason.INVALID, () -> fabric().content().upload(key, ContentBody.of("x")));
        }
        assertThat(platform().faults().asked()).hasSize(before);
    }

    @Test
    default void whatIsNotThereIsAbsent() {
        assertThat(fabric().content().exists("no")).isFalse();
        assertThat(fabric().content().head("no")).isEmpty();
        assertThat(fabric().content().find("no")).isEmpty();
        assertThat(fabric().content().delete("no")).isFalse();
        FabricUnderTest.assertReason(Reason.NOT_FOUND, () -> fabric().content().download("no"));
    }

    @Test
    default void headTellsSizeTypeAndEtag() {
        fabric().content().upload("a.json", ContentBody.json(Map.of("n", 1)));
        ContentItem item = fabric().content().head("a.json").orElseThrow();
        assertThat(item.size()).isEqualTo(7);
        assertThat(item.contentType()).isEqualTo("application/json");
        assertThat(item.lastModified()).isPresent();
        String before = item.etag().orElseThrow();
        fabric().content().upload("a.json", ContentBody.json(Map.of("n", 2)));
        assertThat(fabric().content().head("a.json").orElseThrow().etag()).isNotEqualTo(Optional.of(before));
        assertThat(fabric().content().exists("a.json")).isTrue();
    }

    @Test
    default void jsonLinesGoUpAndComeDown() {
        Stream<Line> lines = IntStream.range(0, 5000).mapToObj(n -> new Line(n, "ü".repeat(n % 7)));
        fabric().content().upload("lines.jsonl", ContentBody.jsonLines(lines));
        try (Download download = fabric().content().download("lines.jsonl")) {
            assertThat(download.lines(Line.class).mapToInt(Line::n).sum()).isEqualTo(5000 * 4999 / 2);
        }
    }

    @Test
    default void streamsGoUpWithAndWithoutALength() {
        byte[] bytes = new byte[300_000];
        Arrays.fill(bytes, (byte) 7);
        fabric().content().upload("known", ContentBody.of(new ByteArrayInputStream(bytes), bytes.length));
        fabric().content().upload("unknown", ContentBody.of(new ByteArrayInputStream(bytes), -1));
        fabric().content().upload("again", ContentBody.of(() -> new ByteArrayInputStream(bytes)));
        fabric().content().upload("empty", ContentBody.of(new byte[0]));
        for (String key : List.of("known", "unknown", "again")) {
            assertThat(fabric().content().download(key).bytes(400_000)).isEqualTo(bytes);
        }
        assertThat(fabric().content().download("empty").bytes(10)).isEmpty();
    }

    @Test
    default void aStreamThatIsShorterThanAnnouncedIsNoUpload() {
        assertThatThrownBy(() ->
                        fabric().content().upload("short", ContentBody.of(new ByteArrayInputStream(new byte[10]), 20)))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasRootCauseMessage("The body has only 10 bytes, and 20 were announced.");
    }

    @Test
    default void aFolderGoesUpWithSlashes(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sub/deep"));
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve("sub/deep/b.txt"), "b");
        fabric().content().uploadAll(folder, "data");
        assertThat(fabric().content().list("data").map(ContentItem::key))
                .containsExactly("data/a.txt", "data/sub/deep/b.txt");
        Path copy = folder.resolve("copy.txt");
        fabric().content().download("data/sub/deep/b.txt").copyTo(copy);
        assertThat(copy).hasContent("b");
    }

    @Test
    default void aLongListComesInPages() {
        IntStream.range(0, 2500)
                .forEach(n -> platform()
                        .project(fabric().projectId())
                        .content()
                        .put(
                                String.format("n/%05d", n),
                                io.skillsdk.internal.fabric.standin.Blob.of(new byte[0], "", clock().instant())));
        assertThat(fabric().content().list("n/").limit(10)).hasSize(10);
        assertThat(platform().faults().asked())
                .filteredOn(call -> call.equals("GET content"))
                .hasSize(1);
        assertThat(fabric().content().list("n/").map(ContentItem::key).distinct())
                .hasSize(2500);
    }

    @Test
    default void aListHasOnlyWhatBeginsSo() {
        fabric().content().upload("a/1", ContentBody.of("x"));
        fabric().content().upload("b/1", ContentBody.of("x"));
        assertThat(fabric().content().list("a/").map(ContentItem::key)).containsExactly("a/1");
    }
}
