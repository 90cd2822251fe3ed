package io.skillsdk.internal.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.daemon.extension.PageRequest;
import io.skillsdk.daemon.extension.PageResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocsPageTest {

    static final class Echo {
        @SkillAction
        Map<String, Object> echo(Map<String, Object> payload) {
            return payload;
        }
    }

    private static SkillDaemon.Builder daemon() {
        return SkillDaemon.builder(new Echo()).host("127.0.0.1").port(0);
    }

    private static Response get(SkillDaemon daemon, String path) {
        return RestAssured.given().baseUri(daemon.uri().toString()).get(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, text/html; charset=utf-8",
        "/docs/page.css, text/css; charset=utf-8",
        "/docs/page.js, text/javascript; charset=utf-8"
    })
    void eachFileHasItsTypeAndThePolicyThatAllowsNothingFromElsewhere(String path, String type) {
        try (SkillDaemon daemon = daemon().start()) {
            Response answer = get(daemon, path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualToIgnoringCase(type);
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe", "http:", "https:", "*");
            assertThat(answer.asString()).doesNotContain("http://", "https://", "innerHTML", "style=\"", "onclick");
        }
    }

    @Test
    void itIsNotThereWhenItIsOff() {
        try (SkillDaemon daemon = daemon().set("daemon.docs", "off").start()) {
            assertThat(get(daemon, "/docs").statusCode()).isEqualTo(404);
            assertThat(get(daemon, "/docs/page.js").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anAudienceThatThereIsNotStopsTheStart() {
        assertThatThrownBy(() -> daemon().set("daemon.docs", "everybody").start())
                .hasMessageContaining("daemon.docs is 'everybody'")
                .hasMessageContaining("must be one of off, local, on");
    }

    private static PageRequest from(String address) throws IOException {
        InetAddress remote = InetAddress.getByName(address);
        return new PageRequest() {
            @Override
            public String method() {
                return "GET";
            }

            @Override
            public String path() {
                return "/docs";
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.empty();
            }

            @Override
            public Map<String, List<String>> queryParameters() {
                return Map.of();
            }

            @Override
            public InetAddress remoteAddress() {
                return remote;
            }

            @Override
            public byte[] body() {
                return new byte[0];
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "true, 127.0.0.1, 200",
        "true, ::1, 200",
        "true, 10.1.2.3, 404",
        "false, 10.1.2.3, 200",
    })
    void localAnswersThisMachineOnly(boolean local, String address, int status) throws IOException {
        PageResponse answer = new PageFile("page.html", "text/html", local).to(from(address));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void itLooksForOtherVersionsOnlyWhileTheProgramIsDeveloped(@TempDir Path folder) throws IOException {
        try (SkillDaemon daemon = daemon().start();
                DevUnderTest dev = DevUnderTest.start(folder, "First")) {
            assertThat(get(daemon, "/docs").asString()).doesNotContain("reload");
            assertThat(get(daemon, "/docs/version").statusCode()).isEqualTo(404);
            Response page = RestAssured.get(dev.url() + "/docs");
            assertThat(page.asString()).contains("<script src=\"docs/reload.js\" defer></script>");
            assertThat(page.header("Content-Security-Policy")).contains("connect-src 'self'");
            assertThat(RestAssured.get(dev.url() + "/docs/reload.js").statusCode())
                    .isEqualTo(200);
            assertThat(RestAssured.get(dev.url() + "/docs/version").asString()).isEqualTo("{\"version\":1}");
            dev.retitle("Second");
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(
                                    RestAssured.get(dev.url() + "/docs/version").asString())
                            .isEqualTo("{\"version\":2}"));
        }
    }
}
