package io.skillsdk.internal.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A daemon under OpenTelemetry's Java agent, set up as the manual says, which writes its spans to standard output when the process ends. */
@Tag("one-jdk")
class JavaAgentTest {

    private static final Path AGENT = Path.of("target/agent/opentelemetry-javaagent.jar");

    private static final String SPAN = "00f067aa0ba902b7";

    private static final String SERVER = "2";

    private record Made(String trace, String id, @Nullable String parent, String kind, String name, String all) {

        static Made of(Map<String, Object> span) {
            return new Made(
                    text(span, "traceId"),
                    text(span, "spanId"),
                    (String) span.get("parentSpanId"),
                    text(span, "kind"),
                    text(span, "name"),
                    span.toString());
        }

        private static String text(Map<String, Object> span, String key) {
            return String.valueOf(span.get(key));
        }
    }

    private static final List<Made> SPANS = new ArrayList<>();

    /** By the trace that was sent. */
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    private static @Nullable Process process;

    private static String trace(int number) {
        return String.format("4bf92f3577b34da6a3ce929d%08x", number);
    }

    @BeforeAll
    static void callADaemonUnderTheAgent() throws Exception {
        assertThat(AGENT).as("the agent, which the build copies here").exists();
        Process started = start();
        process = started;
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = started.inputReader(StandardCharsets.UTF_8)) {
            HttpClient client = HttpClient.newHttpClient();
            URI at = URI.create(await(CompletableFuture.supplyAsync(() -> address(out, lines))));
            call(client, at, 1, "profiles/7", "");
            call(client, at, 2, "fail", "{}");
            call(client, at, 3, "elsewhere", "{\"payload\":{\"text\":\"x\"}}");
            call(client, at, 4, "trace", "{\"payload\":{\"text\":5}}");
            // one after the other on a connection that is kept alive, some of them too slow for the thread that has
            // read them
            for (int number = 100; number < 120; number++) {
                call(client, at, number, "trace?slow=" + number % 2, "{\"payload\":{},\"activationId\":\"act-1\"}");
            }
            // more at once than may run
            await(CompletableFuture.allOf(IntStream.range(120, 160)
                    .mapToObj(number -> client.sendAsync(
                                    request(at, number, "trace", "{\"payload\":{},\"activationId\":\"act-1\"}"),
                                    BodyHandlers.ofString())
                            .thenAccept(answer -> ANSWERS.put(trace(number), answer.body())))
                    .toArray(CompletableFuture<?>[]::new)));
            started.outputWriter(StandardCharsets.UTF_8).close();
            await(CompletableFuture.runAsync(() -> out.lines().forEach(lines::add)));
        }
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
        lines.stream().filter(line -> line.startsWith("{")).forEach(JavaAgentTest::read);
    }

    private static Process start() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        "-javaagent:" + AGENT,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AgentSkill.class.getName())
                .redirectError(
                        Files.createTempFile(Path.of("target"), "agent", ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "OTEL_TRACES_EXPORTER", "experimental-otlp/stdout",
                        "OTEL_INSTRUMENTATION_GRIZZLY_ENABLED", "false",
                        "OTEL_METRICS_EXPORTER", "none",
                        "OTEL_LOGS_EXPORTER", "none"));
        return builder.start();
    }

    private static String address(BufferedReader out, List<String> lines) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("at ")) {
                    return line.substring(3);
                }
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("It did not start: " + lines);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(120, TimeUnit.SECONDS).join();
    }

    private static HttpRequest request(URI at, int number, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at.resolve("/" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(60))
                .header("traceparent", "00-" + trace(number) + "-" + SPAN + "-01");
        return (body.isEmpty() ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build();
    }

    private static void call(HttpClient client, URI at, int number, String path, String body)
            throws IOException, InterruptedException {
        ANSWERS.put(
                trace(number),
                client.send(request(at, number, path, body), BodyHandlers.ofString())
                        .body());
    }

    private static void read(String line) {
        JsonPath.from(line).<Map<String, Object>>getList("resourceSpans.scopeSpans.spans.flatten()").stream()
                .map(Made::of)
                .forEach(SPANS::add);
    }

    @AfterAll
    static void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static List<Made> of(int number) {
        return SPANS.stream().filter(span -> span.trace().equals(trace(number))).toList();
    }

    private static Made server(int number) {
        List<Made> servers =
                of(number).stream().filter(span -> span.kind().equals(SERVER)).toList();
        assertThat(servers).as("server spans of call %d", number).hasSize(1);
        return servers.get(0);
    }

    @Test
    void aCallIsOneServerSpanNamedByItsRouteBelowTheCallers() {
        assertThat(server(1).name()).isEqualTo("GET /profiles/{id}");
        assertThat(server(1).parent()).isEqualTo(SPAN);
        assertThat(server(1).all()).contains("http.route", "/profiles/{id}", "404");
        assertThat(of(1)).hasSize(1);
    }

    @Test
    void aFailureIsRecordedInTheSpan() {
        assertThat(server(2).name()).isEqualTo("POST /fail");
        assertThat(server(2).all()).contains("on purpose", "exception.type");
    }

    @Test
    void aCallWhosePayloadIsNotValidHasItsRouteToo() {
        assertThat(server(4).name()).isEqualTo("POST /trace");
        assertThat(server(4).all()).contains("400");
    }

    @Test
    void spansOfTheActionItsStageAndItsBackgroundTaskAreBelowIt() {
        assertThat(of(3)).extracting(Made::name).contains("in the stage", "in the background");
        assertThat(of(3))
                .filteredOn(span -> !span.kind().equals(SERVER))
                .allSatisfy(
                        span -> assertThat(span.parent()).isEqualTo(server(3).id()));
    }

    @Test
    void callsOnOneConnectionDoNotShareATrace() {
        for (int number = 100; number < 160; number++) {
            assertThat(ANSWERS.get(trace(number))).contains(trace(number));
            assertThat(server(number).name()).as("%s", of(number)).isEqualTo("POST /trace");
            assertThat(server(number).parent()).isEqualTo(SPAN);
            assertThat(server(number).all()).contains("act-1");
            assertThat(of(number)).extracting(Made::name).containsOnlyOnce("in the action");
        }
    }
}
