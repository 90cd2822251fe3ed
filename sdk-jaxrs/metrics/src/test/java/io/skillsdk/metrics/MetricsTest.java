package io.skillsdk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.daemon.SkillDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record Text(String text) {}

    static final class Actions {

        private final CountDownLatch running = new CountDownLatch(1);

        private final CountDownLatch release = new CountDownLatch(1);

        @SkillAction
        Text echo(Text text) {
            return text;
        }

        @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
        Text profile(@PathParameter("id") String id) {
            throw SkillException.notFound("There is no such profile.");
        }

        @SkillAction
        void hold() throws InterruptedException {
            running.countDown();
            assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private final Actions actions = new Actions();

    private SkillDaemon.Builder daemon() {
        return SkillDaemon.builder(actions).host("127.0.0.1").port(0);
    }

    private static Response get(SkillDaemon daemon, String path) {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .urlEncodingEnabled(false)
                .get(path);
    }

    private static int post(SkillDaemon daemon, String path, String body) {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .statusCode();
    }

    private static String metrics(SkillDaemon daemon) {
        return get(daemon, "/metrics").asString();
    }

    @Test
    void callsAreCountedByRouteMethodAndStatusInTheWordsOfTheSemanticConventions() {
        try (SkillDaemon daemon = daemon().start()) {
            post(daemon, "/echo", "{\"payload\":{\"text\":\"a\"}}");
            post(daemon, "/echo", "{\"payload\":{\"text\":5}}");
            get(daemon, "/profiles/7");
            get(daemon, "/profiles/8");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metrics(daemon))
                            .contains(
                                    "# TYPE http_server_request_duration_seconds histogram",
                                    "http_server_request_duration_seconds_count{http_request_method=\"POST\",http_response_status_code=\"200\",http_route=\"/echo\"} 1",
                                    "http_server_request_duration_seconds_count{http_request_method=\"POST\",http_response_status_code=\"400\",http_route=\"/echo\"} 1",
                                    "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"404\",http_route=\"/profiles/{id}\"} 2",
                                    "skill_calls_total{action=\"echo\",outcome=\"invalid\"} 1.0"));
            assertThat(metrics(daemon)).contains("le=\"0.005\"", "le=\"10.0\"", "le=\"+Inf\"");
        }
    }

    @Test
    void whatIsInFlightItsLimitAndWhatWasRefusedAreTold() throws InterruptedException {
        try (SkillDaemon daemon = daemon().maxConcurrency(7).start()) {
            Thread caller = new Thread(() -> post(daemon, "/hold", "{}"));
            caller.start();
            assertThat(actions.running.await(60, TimeUnit.SECONDS)).isTrue();
            post(daemon, "/nowhere", "{}");

            assertThat(metrics(daemon))
                    .contains(
                            "http_server_active_requests 1.0",
                            "skill_calls_limit 7.0",
                            "skill_calls_waiting 0.0",
                            "skill_calls_utilization_ratio 0.14",
                            "skill_requests_refused_total{reason=\"unknown_path\"} 1.0",
                            "jvm_memory_used_bytes{area=\"heap\"}",
                            "jvm_threads_current");
            actions.release.countDown();
            caller.join(60_000);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metrics(daemon)).contains("http_server_active_requests 0.0"));
        }
    }

    @Test
    void aCallThatHasNoPlaceAndOneThatIsTooSlowAreCounted() throws InterruptedException {
        try (SkillDaemon daemon = daemon().maxConcurrency(1)
                .maxWait(Duration.ofMillis(1))
                .timeout(Duration.ofSeconds(1))
                .start()) {
            Thread caller = new Thread(() -> post(daemon, "/hold", "{}"));
            caller.start();
            assertThat(actions.running.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(post(daemon, "/hold", "{}")).isEqualTo(429);
            caller.join(60_000);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metrics(daemon))
                            .contains(
                                    "skill_calls_total{action=\"hold\",outcome=\"overloaded\"} 1.0",
                                    "skill_calls_total{action=\"hold\",outcome=\"timed_out\"} 1.0",
                                    "http_response_status_code=\"504\",http_route=\"/hold\"} 1"));
        }
    }

    @Test
    void callersCannotMakeSeries() {
        try (SkillDaemon daemon = daemon().start()) {
            get(daemon, "/profiles/0");
            await().atMost(PATIENCE).until(() -> metrics(daemon).contains("/profiles/{id}"));
            long before = series(daemon);
            for (int i = 1; i < 200; i++) {
                get(daemon, "/profiles/" + i + "?q=" + i);
                get(daemon, "/nowhere/" + i);
            }

            await().atMost(PATIENCE).until(() -> metrics(daemon).contains("http_route=\"/profiles/{id}\"} 200"));
            assertThat(series(daemon)).isEqualTo(before);
        }
    }

    /** Those of the virtual machine may grow with its collectors and pools. */
    private static long series(SkillDaemon daemon) {
        return metrics(daemon)
                .lines()
                .filter(line -> line.startsWith("http_") || line.startsWith("skill_"))
                .count();
    }

    @Test
    void whatTheSkillCountsItselfIsThereToo() {
        Counter counter = Counter.builder().name("orders_total").help("Orders").register();
        try (SkillDaemon daemon = daemon().start()) {
            counter.inc();

            assertThat(metrics(daemon)).contains("orders_total 1.0");
        } finally {
            PrometheusRegistry.defaultRegistry.unregister(counter);
        }
    }

    @Test
    void theFormatIsTheOneThatTheReaderAsksFor() {
        try (SkillDaemon daemon = daemon().start()) {
            assertThat(get(daemon, "/metrics").contentType()).startsWith("text/plain; version=0.0.4");
            assertThat(RestAssured.given()
                            .baseUri(daemon.uri().toString())
                            .accept("application/openmetrics-text; version=1.0.0")
                            .get("/metrics")
                            .contentType())
                    .startsWith("application/openmetrics-text");
        }
    }

    @Test
    void micrometerHearsOfCallsUnderTheSameName() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (SkillDaemon daemon =
                daemon().listener(new MicrometerListener(registry)).start()) {
            post(daemon, "/echo", "{\"payload\":{\"text\":\"a\"}}");

            await().atMost(PATIENCE)
                    .until(() -> registry.find("http.server.request.duration").timer() != null);
            Timer timer = registry.get("http.server.request.duration").timer();
            assertThat(timer.count()).isEqualTo(1);
            assertThat(timer.getId().getTag("http.route")).isEqualTo("/echo");
            assertThat(timer.getId().getTag("outcome")).isEqualTo("succeeded");
        }
    }

    @Test
    void theDashboardAsksForMetricsThatThereAre() throws IOException {
        String dashboard = Files.readString(Path.of("../../docs/grafana-dashboard.json"));
        assertThat(io.restassured.path.json.JsonPath.from(dashboard).getList("panels"))
                .isNotEmpty();
        Set<String> asked = new TreeSet<>();
        Matcher names = Pattern.compile("\\b(?:http_server|skill|jvm|process)_[a-z0-9_]+\\b")
                .matcher(dashboard);
        while (names.find()) {
            asked.add(names.group());
        }
        try (SkillDaemon daemon = daemon().start()) {
            post(daemon, "/echo", "{\"payload\":{\"text\":\"a\"}}");
            await().atMost(PATIENCE).until(() -> metrics(daemon).contains("skill_calls_total"));

            String there = metrics(daemon);
            assertThat(asked)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(name -> assertThat(there).containsPattern("(?m)^" + name + "[ {]"));
        }
    }
}
