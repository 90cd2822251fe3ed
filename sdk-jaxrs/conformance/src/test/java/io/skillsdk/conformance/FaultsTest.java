package io.skillsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check is there to find, it finds. */
@Execution(ExecutionMode.CONCURRENT) // as some wait for what does not come
class FaultsTest {

    private static List<String> failures(FaultyDaemon daemon) {
        return ConformanceSuite.of(daemon.action()).refused("{\"payload\": 1}").health("ready").run().results().stream()
                .filter(result -> result.verdict() == Verdict.FAILED)
                .map(ConformanceResult::id)
                .toList();
    }

    private static String detail(FaultyDaemon daemon, String id) {
        return ConformanceSuite.of(daemon.action()).refused("{\"payload\": 1}").run().results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow()
                .detail();
    }

    @Test
    void aDaemonThatTakesEverythingFailsTheChecksOfErrorsOnly() throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(200, "OK", "{\"payload\": {\"a\": 1}}")) {
            assertThat(failures(daemon))
                    .containsExactly(
                            "errors.not-json",
                            "errors.not-an-object",
                            "errors.empty",
                            "errors.refused",
                            "errors.wrong-path",
                            "errors.wrong-method",
                            "http.cut-body");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                     | the payload is missing",
                "{\"payload\": null}                    | the payload is missing",
                "{\"payload\": 0.0}                     | the payload is missing",
                "{\"payload\": false}                   | the payload is missing",
                "{\"payload\": \"\"}                    | the payload is missing",
                "[{\"payload\": 1}]                     | the body is not a JSON object",
                "words: 6                               | the body is not JSON",
                "{\"payload\": 1} x                     | the body is not JSON (there is more after the value",
                "{\"payload\": 1, \"a\": 01}            | the body is not JSON",
                "\uFEFF{\"payload\": 1}                 | the body begins with a byte order mark",
            })
    void anAnswerThatFailsTheActivationIsFound(String body, String fault) throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(200, "OK", body)) {
            assertThat(failures(daemon))
                    .contains(
                            "envelope.skill-call",
                            "envelope.large",
                            "answer.payload",
                            "http.keep-alive",
                            "http.parallel");
            assertThat(detail(daemon, "answer.payload")).startsWith(fault);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"payload\": 1, \"async\": true}      | answer.own-keys",
                "{\"payload\": 1, \"success\": true}    | answer.own-keys",
                "{\"payload\": 1, \"outputName\": 5}    | answer.output-name",
                "{\"payload\": 1, \"outputName\": \"\"} | answer.output-name",
            })
    void memberBesideThePayloadThatTheGatewayTakesForItsOwnIsFound(String body, String check) throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(200, "OK", body)) {
            assertThat(failures(daemon)).contains(check).doesNotContain("answer.payload");
        }
    }

    @Test
    void anAnswerLargerThanThePlatformTakesIsFound() throws IOException {
        try (FaultyDaemon daemon =
                FaultyDaemon.answering(200, "OK", "{\"payload\": \"" + "x".repeat(600_000) + "\"}")) {
            assertThat(failures(daemon)).contains("answer.size").doesNotContain("answer.payload");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 Bad Request   | {\"detail\": \"no\"}                                   | the body is not a JSON object with a payload",
                "400 Bad Request   | not valid                                              | the body is not a JSON object with a payload",
                "400 CUSTOM        | {\"payload\": {}}                                      | the reason phrase of 400 is 'CUSTOM'",
                "500 Server Error  | {\"payload\": {}}                                      | the status is not 4xx",
                "302 Found         | {\"payload\": {}}                                      | the status is not 4xx",
                "422 Unprocessable Entity | {\"payload\": \"Traceback (most recent call last)\"} | the body has a stack trace",
                "400 Bad Request   | {\"payload\": \"at a.B.c(B.java:5)\"}                  | the body has a stack trace",
            })
    void anErrorThatShowsWhatItShouldNotIsFound(String status, String body, String fault) throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(request -> FaultyDaemon.answer(status, body))) {
            assertThat(failures(daemon)).contains("errors.not-json", "errors.empty", "errors.refused");
            assertThat(detail(daemon, "errors.refused")).startsWith(fault);
        }
    }

    @Test
    void anErrorThatRepeatsTheEnvelopeIsFound() throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(request -> FaultyDaemon.answer(
                "400 Bad Request", "{\"payload\": {}, \"input\": " + (request.isEmpty() ? "0" : request) + "}"))) {
            assertThat(detail(daemon, "errors.refused")).startsWith("the body repeats the token or a secret");
        }
    }

    @Test
    void aDaemonThatTakesTheRestOfACutBodyForARequestIsFound() throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(400, "Bad Request", "{\"payload\": {}}")) {
            assertThat(detail(daemon, "http.cut-body")).contains("the connection stays open");
        }
        try (FaultyDaemon daemon =
                FaultyDaemon.answering(request -> FaultyDaemon.answer("400 Bad Request", "{\"payload\": {}}")
                        .replaceFirst("\r\n", "\r\nConnection: close\r\n"))) {
            assertThat(detail(daemon, "http.cut-body")).isEmpty();
        }
    }

    @Test
    void aDaemonThatIsNotThereFailsEveryCheckThatWasRun() throws IOException {
        FaultyDaemon gone = FaultyDaemon.answering(200, "OK", "");
        gone.close();
        ConformanceReport report = ConformanceSuite.of(gone.action()).run();
        assertThat(report.with(Verdict.PASSED)).isEmpty();
        assertThat(report.conforms()).isFalse();
    }

    @Test
    void anAnswerThatIsNotHttpIsFound() throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(request -> "SSH-2.0-x\r\nConnection: close\r\n")) {
            assertThat(detail(daemon, "answer.payload"))
                    .startsWith("what came is not an answer of HTTP/1.1: SSH-2.0-x");
        }
    }

    @Test
    void answersInChunksAndCompressedAreRead() throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(
                request ->
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\n{\"pay\r\nd\r\nload\": \"é\" }\r\n0\r\nA: b\r\n\r\n")) {
            assertThat(detail(daemon, "http.keep-alive")).isEmpty();
        }
        try (FaultyDaemon daemon = FaultyDaemon.answering(
                request -> "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 1\r\n\r\nx")) {
            assertThat(detail(daemon, "http.compression")).startsWith("the Content-Encoding zstd");
        }
    }
}
