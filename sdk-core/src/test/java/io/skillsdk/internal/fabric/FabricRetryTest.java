package io.skillsdk.internal.fabric;

import static io.skillsdk.internal.fabric.FabricTimeTest.failure;
import static io.skillsdk.internal.fabric.wire.RawServer.cut;
import static io.skillsdk.internal.fabric.wire.RawServer.json;
import static io.skillsdk.internal.fabric.wire.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.wire.RawServer;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what may happen twice is sent twice. */
@Timeout(60)
class FabricRetryTest {

    private static final FabricSettings WRAPPED = FabricSettings.DEFAULTS.sessionForm(SessionForm.WRAPPED);

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aReadIsSentAgainWhenTheServerSaysThatItWillPass(int status) throws Exception {
        try (RawServer server =
                new RawServer(json(status, "{}"), json(status, "{}"), json(200, "{\"state\":{\"a\":1}}"))) {
            assertThat(new TestPlatform(server.url()).fabric().session().get("a", Integer.class))
                    .contains(1);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void itIsSentThreeTimesAtMost() throws Exception {
        try (RawServer server = new RawServer(json(503, "{\"message\":\"down\"}"))) {
            FabricException e = failure(
                    new TestPlatform(server.url()).fabric(), f -> f.content().exists("a"));
            assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(e.status()).isEqualTo(503);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 500})
    void otherRefusalsAreFinal(int status) throws Exception {
        try (RawServer server = new RawServer(json(status, "{}"))) {
            failure(new TestPlatform(server.url()).fabric(), f -> f.models().get("m"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aSessionWriteIsSentAgainAfterACut() throws Exception {
        try (RawServer server = new RawServer(cut(), json(200, "{\"success\":true}"))) {
            new TestPlatform(server.url(), WRAPPED).fabric().session().put("a", 1);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1).text()).isEqualTo("{\"state\":{\"a\":1}}");
        }
    }

    @Test
    void aSessionStartIsSentAgainWithTheSameId() throws Exception {
        try (RawServer server = new RawServer(cut(), json(200, "{\"success\":true}"))) {
            String id = new TestPlatform(server.url())
                    .fabric()
                    .sessions()
                    .start(Duration.ofMinutes(1))
                    .id();
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.text()).contains(id));
        }
    }

    @Test
    void savesAndWritesToRunsAreSentAgain() throws Exception {
        try (RawServer server = new RawServer(
                cut(),
                json(200, "{}"),
                cut(),
                json(200, "{}"),
                cut(),
                json(200, "{}"),
                cut(),
                json(200, "{\"success\":true}"))) {
            var fabric = new TestPlatform(server.url()).fabric();
            fabric.models().save(Map.of("name", "m"));
            fabric.connections().save(ConnectionDefinition.of("c", "mongo", Map.of("uri", "x")));
            fabric.experiments().save(Map.of("name", "e"));
            fabric.secrets().save("s", "v");
            assertThat(server.requests()).hasSize(8);
        }
    }

    @Test
    void anUploadIsSentAgainWhenItsBodyCanBeReadAgain() throws Exception {
        byte[] bytes = new byte[200_000];
        try (RawServer server = new RawServer(json(503, "{}"), cut(), json(200, "{\"Key\":\"a\"}"))) {
            new TestPlatform(server.url())
                    .fabric()
                    .content()
                    .upload("a", ContentBody.of(() -> new ByteArrayInputStream(bytes)));
            assertThat(server.requests())
                    .hasSize(3)
                    .allSatisfy(request -> assertThat(request.body()).hasSize(bytes.length));
        }
    }

    @Test
    void anUploadThatCanBeReadOnceIsSentOnce() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        try (RawServer server = new RawServer((request, out) -> {
            sent.incrementAndGet();
            return false;
        })) {
            FabricException e = failure(
                    new TestPlatform(server.url()).fabric(),
                    f -> f.content().upload("a", ContentBody.of(new ByteArrayInputStream(new byte[10]), 10)));
            assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(e.mayHaveHappened()).isTrue();
            assertThat(sent).hasValue(1);
        }
    }

    @Test
    void callsOfSkillsAndNewRunsAreSentOnce() throws Exception {
        try (RawServer server = new RawServer(cut())) {
            var fabric = new TestPlatform(server.url()).fabric();
            assertThat(failure(fabric, f -> f.skills().invoke(Invocation.of("s", "i"), Object.class))
                            .mayHaveHappened())
                    .isTrue();
            assertThat(failure(fabric, f -> f.agents().start(Invocation.of("s", "i")))
                            .mayHaveHappened())
                    .isTrue();
            assertThat(failure(fabric, f -> f.experiments().get("e").startRun()).mayHaveHappened())
                    .isTrue();
            assertThat(failure(fabric, f -> f.graphql("mutation", Map.of(), Object.class))
                            .mayHaveHappened())
                    .isTrue();
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aCallOfASkillThatWasNeverSentIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        FabricException e = failure(
                new TestPlatform("http://127.0.0.1:" + port).fabric(),
                f -> f.skills().invoke(Invocation.of("s", "i"), Object.class));
        assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(e.mayHaveHappened()).isFalse();
        assertThat(e.detail()).contains("no connection");
    }

    @Test
    void aDeleteThatWasCutOffAndFindsNothingTheSecondTimeHasDeleted() throws Exception {
        try (RawServer server = new RawServer(cut(), json(404, "{}"))) {
            assertThat(new TestPlatform(server.url()).fabric().content().delete("a"))
                    .isTrue();
        }
        try (RawServer server = new RawServer(json(503, "{}"), json(404, "{}"))) {
            assertThat(new TestPlatform(server.url()).fabric().content().delete("a"))
                    .isFalse();
        }
    }

    @Test
    void aBodyThatIsCutShortIsAskedForAgain() throws Exception {
        RawServer.Script half = (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"sta"
                    .getBytes());
            return false;
        };
        try (RawServer server = new RawServer(half, json(200, "{\"state\":{\"a\":1}}"))) {
            assertThat(new TestPlatform(server.url()).fabric().session().get("a", Integer.class))
                    .contains(1);
        }
    }

    @Test
    void aDownloadThatBreaksOffIsAnException() throws Exception {
        RawServer.Script half = (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes());
            return false;
        };
        try (RawServer server = new RawServer(half)) {
            assertThatThrownBy(() -> new TestPlatform(server.url())
                            .fabric()
                            .content()
                            .download("a")
                            .bytes(1000))
                    .isInstanceOfSatisfying(FabricException.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
                        assertThat(e.detail()).contains("the connection broke while the answer came");
                    });
        }
    }

    @Test
    void retryAfterIsKeptTo() throws Exception {
        try (RawServer server = new RawServer(
                reply("503 X", "application/json", "{}", "Retry-After: 1"), json(200, "{\"state\":{}}"))) {
            Instant begin = Instant.now();
            new TestPlatform(server.url()).fabric().session().state();
            assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
    }

    @Test
    void aRetryAfterBeyondTheDeadlineEndsAtOnce() throws Exception {
        try (RawServer server = new RawServer(reply("429 X", "application/json", "{}", "Retry-After: 600"))) {
            Instant begin = Instant.now();
            FabricException e = failure(
                    new TestPlatform(server.url()).fabric(), f -> f.session().state());
            assertThat(e.reason()).isEqualTo(Reason.BUSY);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void connectionsAreReusedAlsoAfterRefusals() throws Exception {
        RawServer.Script mixed = (request, out) -> (request.line().contains("/content/")
                        ? reply("200 OK", "text/plain", "file", "ETag: 1")
                        : request.line().contains("/models/")
                                ? reply("302 X", "text/plain", "go away", "X-Auth-Error: expired")
                                : request.line().contains("/secrets/")
                                        ? json(403, "{\"message\":\"no\"}")
                                        : json(200, "{\"state\":{}}"))
                .answer(request, out);
        try (RawServer server = new RawServer(mixed)) {
            TestPlatform platform = new TestPlatform(server.url());
            for (int i = 0; i < 20; i++) {
                platform.fabric().session().state();
                platform.fabric().content().exists("a");
                assertThat(platform.fabric().content().download("a").text(100)).isEqualTo("file");
                failure(platform.fabric(), f -> f.models().get("m"));
                failure(platform.fabric(), f -> f.secrets().get("s"));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatTheServerClosedIsNoFailureForWhatMayHappenTwice() throws Exception {
        RawServer.Script last = (request, out) -> {
            json(200, "{\"success\":true,\"state\":{}}").answer(request, out);
            return false;
        };
        try (RawServer server = new RawServer(last)) {
            var fabric = new TestPlatform(server.url(), WRAPPED).fabric();
            for (int i = 0; i < 30; i++) {
                fabric.session().put("k", UUID.randomUUID().toString());
                fabric.session().state();
            }
            assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(60);
        }
    }
}
