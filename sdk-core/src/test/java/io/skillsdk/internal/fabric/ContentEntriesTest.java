package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.ContentItem;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of managed content in all the forms in which they were seen. */
class ContentEntriesTest {

    private static ContentItem read(String json) {
        return ContentEntries.of(JsonDocument.tryRead(json.getBytes(StandardCharsets.UTF_8)), "asked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Key\":\"k\",\"ContentType\":\"text/csv\",\"ETag\":\"e\",\"LastModified\":\"2024-03-01T10:00:00Z\",\"Size\":7,\"x\":1}",
                "{\"key\":\"k\",\"contentType\":\"text/csv\",\"eTag\":\"e\",\"lastModified\":\"2024-03-01T12:00:00+02:00\",\"size\":\"7\"}",
                "{\"key\":\"k\",\"contentType\":\"text/csv\",\"etag\":\"e\",\"lastModified\":\"Fri, 01 Mar 2024 10:00:00 GMT\",\"contentLength\":7}",
                "{\"key\":\"k\",\"contentType\":\"text/csv\",\"etag\":\"e\",\"lastModified\":1709287200000,\"size\":7.0}",
                "{\"KEY\":\"k\",\"CONTENTTYPE\":\"text/csv\",\"ETAG\":\"e\",\"LASTMODIFIED\":\"2024-03-01T10:00:00.000Z\",\"SIZE\":7}",
            })
    void allFormsSayTheSame(String json) {
        ContentItem item = read(json);
        assertThat(item.key()).isEqualTo("k");
        assertThat(item.contentType()).isEqualTo("text/csv");
        assertThat(item.etag()).contains("e");
        assertThat(item.size()).isEqualTo(7);
        assertThat(item.lastModified()).contains(Instant.parse("2024-03-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"Key\":\"\",\"Size\":\"big\",\"LastModified\":\"yesterday\",\"ETag\":null}"
            })
    void whatIsNotSaidIsNotInvented(String json) {
        ContentItem item = read(json);
        assertThat(item.key()).isEqualTo("asked");
        assertThat(item.contentType()).isEmpty();
        assertThat(item.etag()).isEmpty();
        assertThat(item.size()).isEqualTo(-1);
        assertThat(item.lastModified()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "'', -1", "x, -1", "99999999999999999999, -1"})
    void aHeadSaysTheLengthOrNothing(String length, long size) {
        WireAnswer head = new WireAnswer(
                200,
                Map.of("content-length", length, "last-modified", "Fri, 01 Mar 2024 10:00:00 GMT"),
                InputStream.nullInputStream());
        ContentItem item = ContentEntries.of(head, "a/b");
        assertThat(item.size()).isEqualTo(size);
        assertThat(item.key()).isEqualTo("a/b");
        assertThat(item.lastModified()).contains(Instant.parse("2024-03-01T10:00:00Z"));
    }

    @Test
    void aTimeOutOfAllRangesIsNone() {
        assertThat(ContentEntries.time(JsonDocument.of("+1000000000-12-31T23:59:59Z")))
                .isEmpty();
        assertThat(ContentEntries.time(JsonDocument.of(Map.of("a", 1)))).isEmpty();
    }
}
