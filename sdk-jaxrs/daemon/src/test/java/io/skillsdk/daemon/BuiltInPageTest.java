package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.get;
import static io.skillsdk.daemon.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.SkillAction;
import io.skillsdk.daemon.extension.ActionDescription;
import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.PageResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The table of pages behind the health pages, which extensions add to. */
class BuiltInPageTest {

    static final class Metrics {
        @SkillAction(path = "{name}", method = HttpMethod.GET)
        public Map<String, Object> run() {
            return Map.of("from", "the action");
        }
    }

    private static List<BuiltInPage> pages(BuiltInPage... pages) {
        return List.of(pages);
    }

    @Test
    void aPageAnswersWithItsStatusTypeHeadersAndBytes() {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, 13, 10};
        BuiltInPage page = BuiltInPage.get(
                "docs/logo.png",
                request -> PageResponse.of(203, "image/png", bytes)
                        .header("Content-Security-Policy", "default-src 'none'"));
        try (SkillDaemon daemon = TestExtension.start(daemon(new TestActions()), info -> pages(page))) {
            Response answer = get(daemon, "/docs/logo.png");
            assertThat(answer.statusCode()).isEqualTo(203);
            assertThat(answer.contentType()).isEqualTo("image/png");
            assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
            assertThat(answer.asByteArray()).isEqualTo(bytes);
            Response head = RestAssured.given().baseUri(daemon.uri().toString()).head("/docs/logo.png");
            assertThat(head.statusCode()).isEqualTo(203);
            assertThat(head.header("Content-Length")).isEqualTo("7");
            assertThat(head.asByteArray()).isEmpty();
            assertThat(post(daemon, "/docs/logo.png", "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aTypeIsSentAsItIsWritten() {
        String type = "text/plain; version=0.0.4; charset=utf-8";
        try (SkillDaemon daemon = TestExtension.start(
                daemon(new TestActions()),
                info -> pages(BuiltInPage.get("metrics", r -> PageResponse.ok(type, "é 1\n"))))) {
            assertThat(get(daemon, "/metrics").contentType()).isEqualTo(type);
            assertThat(get(daemon, "/metrics").asByteArray()).isEqualTo("é 1\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void itSeesHeadersQueryBodyAndWhoAsks() throws IOException {
        BuiltInPage page = new BuiltInPage(
                "POST",
                "mcp",
                request -> PageResponse.ok(
                        "text/plain; charset=utf-8",
                        request.method() + " " + request.path() + " "
                                + request.header("x-one").orElse("none") + " "
                                + request.header("X-Two").orElse("none") + " "
                                + request.queryParameters() + " "
                                + request.remoteAddress().isLoopbackAddress() + " "
                                + new String(request.body(), StandardCharsets.UTF_8)));
        try (SkillDaemon daemon = TestExtension.start(daemon(new TestActions()), info -> pages(page))) {
            assertThat(RestAssured.given()
                            .baseUri(daemon.uri().toString())
                            .urlEncodingEnabled(false)
                            .header("X-One", "1")
                            .body("the body")
                            .post("/mcp?a=b%20c&a=d")
                            .asString())
                    .isEqualTo("POST /mcp 1 none {a=[b c, d]} true the body");
            String chunked = Calls.exchange(
                    daemon.port(),
                    "POST /mcp HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
            assertThat(chunked).contains("200 OK").endsWith("abcde");
        }
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        BuiltInPage page = new BuiltInPage("POST", "mcp", request -> PageResponse.ok("text/plain", "taken"));
        try (SkillDaemon daemon =
                TestExtension.start(daemon(new TestActions()).maxRequestSize(1024), info -> pages(page))) {
            assertThat(post(daemon, "/mcp", "x".repeat(1025)).statusCode()).isEqualTo(413);
            assertThat(post(daemon, "/mcp", "x".repeat(1024)).asString()).isEqualTo("taken");
        }
    }

    @Test
    void itIsMadeAtEachRequestAndNotAtTheStart() {
        AtomicInteger made = new AtomicInteger();
        BuiltInPage page =
                BuiltInPage.get("made", request -> PageResponse.ok("text/plain", "" + made.incrementAndGet()));
        try (SkillDaemon daemon = TestExtension.start(daemon(new TestActions()), info -> pages(page))) {
            assertThat(made).hasValue(0);
            assertThat(get(daemon, "/made").asString()).isEqualTo("1");
            assertThat(get(daemon, "/made").asString()).isEqualTo("2");
        }
    }

    @Test
    void onePageGivesWayToAnActionAtItsPathAndTheOthersStay() {
        try (SkillDaemon daemon = TestExtension.start(
                daemon(new Metrics()),
                info -> pages(
                        BuiltInPage.get("metrics", request -> PageResponse.ok("text/plain", "the page")),
                        BuiltInPage.get("docs/page", request -> PageResponse.ok("text/plain", "the page"))))) {
            assertThat(get(daemon, "/metrics").<String>path("payload.from")).isEqualTo("the action");
            assertThat(get(daemon, "/docs/page").asString()).isEqualTo("the page");
        }
    }

    @Test
    void twoPagesAtOnePathAreRefusedAtTheStart() {
        BuiltInPage page = BuiltInPage.get("metrics", request -> PageResponse.ok("text/plain", ""));
        assertThatThrownBy(() -> TestExtension.start(daemon(new TestActions()), info -> pages(page, page)))
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("The page GET /metrics")
                .hasMessageContaining("served already");
    }

    @Test
    void aPageThatThrowsIsAnsweredWithANeutralSentence() {
        BuiltInPage page = BuiltInPage.get("broken", request -> {
            throw new IOException("secret");
        });
        try (SkillDaemon daemon = TestExtension.start(daemon(new TestActions()), info -> pages(page))) {
            assertThat(get(daemon, "/broken").statusCode()).isEqualTo(500);
            assertThat(get(daemon, "/broken").asString()).contains("payload").doesNotContain("secret");
        }
    }

    @Test
    void pagesThatBlockHoldUpNoCallAndAreAllAnswered() {
        CountDownLatch letGo = new CountDownLatch(1);
        BuiltInPage page = BuiltInPage.get("slow", request -> {
            letGo.await();
            return PageResponse.ok("text/plain", "at last");
        });
        try (SkillDaemon daemon = TestExtension.start(daemon(new HeldActions()), info -> pages(page))) {
            List<CompletableFuture<Response>> asked = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> get(daemon, "/slow"), task -> new Thread(task, "asker").start()));
            }
            assertThat(post(daemon, "/quick", "{}").statusCode()).isEqualTo(200);
            letGo.countDown();
            asked.forEach(answer -> assertThat(answer.join().asString()).isEqualTo("at last"));
        }
    }

    @Test
    void anExtensionKnowsTheActionsAndTheSettings() {
        List<ActionDescription> known = new CopyOnWriteArrayList<>();
        List<Optional<String>> settings = new CopyOnWriteArrayList<>();
        TestExtension.start(daemon(new HeldActions()).maxConcurrency(7), info -> {
                    known.addAll(info.actions());
                    for (String name : List.of("daemon.max-concurrency", "daemon.max-depth", "daemon.none")) {
                        settings.add(info.setting(name));
                    }
                    return List.of();
                })
                .close();
        assertThat(known)
                .contains(new ActionDescription("hold", "POST", "hold", "hold", "", ""))
                .hasSize(5);
        assertThat(settings).containsExactly(Optional.of("7"), Optional.of("100"), Optional.empty());
    }

    @Test
    void anExtensionIsClosedAfterTheDrain() {
        AtomicInteger closed = new AtomicInteger();
        TestExtension.start(
                        daemon(new TestActions()),
                        new TestExtension.Wanted(info -> List.of(), List.of(), closed::incrementAndGet))
                .close();
        assertThat(closed).hasValue(1);
    }
}
