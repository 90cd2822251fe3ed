package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A caller's path must not look like another line of the log, nor steer a terminal, nor fill a disk. */
class RefusalLogTest {

    /** Two actions of which the body chooses one. */
    static final class Shared {
        @SkillAction
        public String one() {
            return "one";
        }

        @SkillAction
        public String other() {
            return "other";
        }
    }

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private List<Logger> loggers = List.of();

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    private SkillDaemon daemon;

    @BeforeEach
    void start() {
        daemon = Calls.daemon(new TestActions(), new Shared())
                .set("daemon.path", "log-test-shared")
                .set("daemon.max-request-size", "1KiB")
                .start();
        // another test may be setting up the logging right now
        await().until(() -> LoggerFactory.getILoggerFactory() instanceof LoggerContext);
        loggers = Stream.of("io.skillsdk.calls", "io.skillsdk.access")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        appender.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(appender);
        });
    }

    @AfterEach
    void stop() {
        loggers.forEach(logger -> {
            logger.detachAppender(appender);
            logger.setLevel(null);
        });
        daemon.close();
    }

    private List<String> logged(String path, String mark) throws IOException {
        Calls.exchange(daemon.port(), "PUT " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
        await().until(() -> lines.stream().anyMatch(line -> line.contains(mark)));
        return lines.stream().filter(line -> line.contains(mark)).toList();
    }

    @Test
    void invisibleBytesOfAPathAreNotLogged() throws IOException {
        assertThat(logged("/log-test-1\u009b31m\u0085\u0090x", "log-test-1"))
                .allSatisfy(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
    }

    @Test
    void aLongPathIsLoggedInPart() throws IOException {
        assertThat(logged("/log-test-2" + "x".repeat(15_000), "log-test-2"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(900));
    }

    private Response request(String method, String path, String encoding, String body) {
        RequestSpecification request =
                RestAssured.given().baseUri(daemon.uri().toString()).contentType("application/json");
        return (encoding.isEmpty() ? request : request.header("Content-Encoding", encoding))
                .body(body)
                .request(method, path);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /log-test-shared, 400, '', {}",
        "POST, /log-test-shared, 400, '', {",
        "POST, /log-test-shared, 400, '', '{\"outputName\":\"forged\\nline\"}'",
        "POST, /log-test-shared, 413, '', 1100 bytes",
        "POST, /log-test-shared, 415, br, {}",
        "PUT, /log-test-shared, 405, '', {}",
        "POST, /log-test-nowhere, 404, '', {}"
    })
    void theReasonThatTheCallerReadsIsLoggedOnce(String method, String path, int status, String encoding, String body) {
        Response answer = request(method, path, encoding, body.equals("1100 bytes") ? "x".repeat(1100) : body);
        assertThat(answer.statusCode()).isEqualTo(status);
        String reason = answer.path("payload.error.detail").toString().replace('\n', ' ');
        await().untilAsserted(() -> assertThat(List.copyOf(lines))
                .filteredOn(line -> line.startsWith(method + " " + path + " was "))
                .containsExactly(method + " " + path + " was answered with " + status + ": " + reason));
    }
}
