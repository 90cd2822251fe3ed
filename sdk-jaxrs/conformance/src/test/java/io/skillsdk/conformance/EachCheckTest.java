package io.skillsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.skillsdk.conformance.PlantedDaemon.Fault;
import io.skillsdk.conformance.PlantedDaemon.Got;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault, and the one check that is there to find it; none in a daemon that has none. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class EachCheckTest {

    private static ConformanceReport report(Fault fault) throws IOException {
        try (PlantedDaemon daemon = new PlantedDaemon(fault)) {
            return ConformanceSuite.of(daemon.action())
                    .refused("{\"payload\": {\"bad\": true}}")
                    .health("/ready")
                    .run();
        }
    }

    private static List<String> ids(ConformanceReport report, Verdict verdict) {
        return report.with(verdict).stream().map(ConformanceResult::id).toList();
    }

    /** Answers so where something holds. */
    private static Fault where(Predicate<Got> holds, String answer) {
        return request -> holds.test(request) ? answer : null;
    }

    private static String refused(int status) {
        return switch (status) {
            case 406 -> PlantedDaemon.error("406 Not Acceptable", "no");
            case 413 -> PlantedDaemon.error("413 Content Too Large", "no");
            case 415 -> PlantedDaemon.error("415 Unsupported Media Type", "no");
            case 500 -> PlantedDaemon.error("500 Internal Server Error", "no");
            default -> PlantedDaemon.error("400 Bad Request", "no");
        };
    }

    private static boolean hasProperty(Got request, String name) {
        return request.envelope().get("properties") instanceof Map<?, ?> properties && properties.containsKey(name);
    }

    static Stream<Arguments> faults() {
        String moved = "HTTP/1.1 301 Moved Permanently\r\nLocation: /invoke\r\nContent-Length: 0\r\n\r\n";
        return Stream.of(
                arguments(
                        "envelope.agent-call",
                        where(
                                call -> call.isCall()
                                        && !"".equals(call.envelope().get("agentName"))
                                        && call.envelope().containsKey("agentName"),
                                refused(500))),
                arguments(
                        "envelope.payload-only",
                        where(call -> call.isCall() && call.envelope().size() == 1, refused(400))),
                arguments(
                        "envelope.unknown-keys", where(call -> call.envelope().containsKey("x-future"), refused(400))),
                arguments("envelope.properties", where(call -> hasProperty(call, "conformance.object"), refused(400))),
                arguments("envelope.large", where(call -> call.body().length() > 400_000, refused(413))),
                arguments(
                        "envelope.no-payload",
                        where(
                                call -> !call.envelope().isEmpty()
                                        && !call.envelope().containsKey("payload"),
                                refused(500))),
                arguments(
                        "envelope.payload-kinds",
                        where(call -> call.envelope().get("payload") instanceof List, refused(500))),
                arguments(
                        "envelope.payload-kinds",
                        where(
                                call -> call.envelope().containsKey("payload")
                                        && call.envelope().get("payload") == null,
                                FaultyDaemon.answer("200 OK", "{\"payload\": null}"))),
                arguments("errors.not-json", where(call -> call.body().equals("not json"), PlantedDaemon.RIGHT)),
                arguments("errors.not-an-object", where(call -> call.body().equals("null"), refused(500))),
                arguments(
                        "errors.empty",
                        where(
                                call -> call.method().equals("POST")
                                        && call.body().isEmpty(),
                                refused(500))),
                arguments(
                        "errors.refused",
                        where(
                                call -> call.envelope().get("payload") instanceof Map<?, ?> payload
                                        && payload.containsKey("bad"),
                                PlantedDaemon.RIGHT)),
                arguments("errors.wrong-path", where(call -> call.target().contains("no/such"), PlantedDaemon.RIGHT)),
                arguments("errors.wrong-method", where(call -> call.method().equals("PATCH"), PlantedDaemon.RIGHT)),
                arguments("errors.not-redirected", where(call -> call.target().equals("/invoke/"), moved)),
                arguments("http.accept", where(call -> call.headers().containsKey("accept"), refused(406))),
                arguments(
                        "http.compression",
                        where(
                                call -> call.headers().containsKey("accept-encoding"),
                                "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 1\r\n\r\nx")),
                arguments(
                        "http.charset",
                        where(
                                call -> call.headers()
                                        .getOrDefault("content-type", "")
                                        .contains("charset"),
                                refused(415))),
                arguments("http.mesh-headers", where(call -> call.headers().containsKey("traceparent"), refused(400))),
                arguments(
                        "http.query",
                        where(
                                call -> call.target().contains("conformance=1"),
                                PlantedDaemon.error("404 Not Found", "no"))),
                arguments(
                        "health.ready",
                        where(call -> call.target().equals("/ready"), PlantedDaemon.error("404 Not Found", "no"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsFoundByItsCheckAndByNoOther(String check, Fault fault) throws IOException {
        ConformanceReport report = report(fault);
        assertThat(ids(report, Verdict.FAILED)).as(report.toString()).containsExactly(check);
        assertThat(report.conforms()).isFalse();
        assertThat(report.with(Verdict.FAILED).get(0).detail()).isNotBlank();
    }

    @Test
    void aDaemonWithoutAFaultHasNone() throws IOException {
        ConformanceReport report = report(request -> null);
        assertThat(report.with(Verdict.FAILED)).as(report.toString()).isEmpty();
        assertThat(report.with(Verdict.WARNED)).as(report.toString()).isEmpty();
        assertThat(ids(report, Verdict.SKIPPED)).allMatch(id -> id.startsWith("drain."));
    }

    @Test
    void aConnectionThatIsClosedAfterEachAnswerIsFound() throws IOException {
        // it does not say so in its head, and a client sends its next call into nothing
        String last = FaultyDaemon.answer("200 OK", "{\"payload\": \"Connection: close\"}");
        try (PlantedDaemon daemon = new PlantedDaemon(
                call -> call.isCall() && call.envelope().get("payload") instanceof Map ? last : null)) {
            ConformanceReport report = ConformanceSuite.of(daemon.action()).run();
            assertThat(ids(report, Verdict.FAILED)).as(report.toString()).containsExactly("http.keep-alive");
        }
    }

    @Test
    void aTypeThatIsNotJsonIsAWarning() throws IOException {
        ConformanceReport report = report(call -> call.isCall()
                        && call.envelope().get("payload") instanceof Map<?, ?> payload
                        && !payload.containsKey("bad")
                ? PlantedDaemon.RIGHT.replace("application/json", "text/plain")
                : null);
        assertThat(ids(report, Verdict.WARNED)).containsExactly("answer.content-type");
        assertThat(report.conforms()).as(report.toString()).isTrue();
    }

    @Test
    void whateverAnAnswerIsMadeOfTheSuiteEndsWithAReport() throws IOException {
        for (String body :
                List.of("[".repeat(100_000), "{\"a\":".repeat(50_000), "1e999999999999", "\"\\ud800\"", "\u0000")) {
            ConformanceReport report = report(call -> FaultyDaemon.answer("200 OK", body));
            assertThat(report.conforms()).isFalse();
            assertThat(report.toString()).contains("failed");
        }
    }
}
