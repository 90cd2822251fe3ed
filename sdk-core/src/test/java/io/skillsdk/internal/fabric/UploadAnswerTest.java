package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.ContentItem;
import io.skillsdk.internal.fabric.wire.RawServer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an upload is said to have made. */
@Timeout(120)
class UploadAnswerTest {

    private static ContentItem uploaded(String answer) throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, answer))) {
            return new TestPlatform(server.url())
                    .fabric()
                    .content()
                    .upload("/a.csv", ContentBody.of("1,2").as("text/csv"));
        }
    }

    @Test
    void whatThePlatformDoesNotSayIsWhatWasSent() throws Exception {
        ContentItem sent = new ContentItem("a.csv", 3, "text/csv", Optional.empty(), Optional.empty());
        assertThat(uploaded("{\"Key\":\"a.csv\"}")).isEqualTo(sent);
        assertThat(uploaded("{\"success\":true}")).isEqualTo(sent);
    }

    @Test
    void namesAreReadInAnyCase() throws Exception {
        ContentItem said = new ContentItem(
                "b.csv", 7, "text/plain", Optional.of("e"), Optional.of(Instant.parse("2026-01-02T03:04:05Z")));
        assertThat(uploaded("{\"Key\":\"b.csv\",\"Size\":7,\"ContentType\":\"text/plain\",\"ETag\":\"e\","
                        + "\"LastModified\":\"2026-01-02T03:04:05Z\"}"))
                .isEqualTo(said);
        assertThat(uploaded("{\"key\":\"b.csv\",\"contentLength\":7,\"contentType\":\"text/plain\",\"eTag\":\"e\","
                        + "\"lastModified\":\"2026-01-02T03:04:05Z\"}"))
                .isEqualTo(said);
    }
}
