package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillRequest;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape of body that the platform sends, over HTTP and without; and the shared corpus too, where it is there. */
class EnvelopesTest {

    private static final List<String> OWN = List.of(
            "agent-call-with-headers-and-text",
            "agent-call-without-payload",
            "chained-array",
            "chained-envelope",
            "curl",
            "older-version",
            "skill-call");

    private static final Path CORPUS = Path.of("../../../shared/corpus");

    static final class Anything {
        @SkillAction(path = "anything")
        Map<String, Object> anything(SkillRequest<Object> request, SkillContext context) {
            Map<String, Object> seen = new LinkedHashMap<>();
            seen.put("payload", request.payload());
            seen.put("activationId", request.activationId());
            seen.put("properties", request.properties().names());
            seen.put("agentName", request.agentName());
            seen.put("team", context.header("x-team"));
            return seen;
        }
    }

    private static SkillDaemon daemon;

    private final SkillTester tester = SkillTester.of(new TestActions(), new Anything());

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new TestActions(), new Anything()).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    static Stream<URL> envelopes() {
        return Stream.concat(
                OWN.stream().map(name -> EnvelopesTest.class.getResource("/envelopes/" + name + ".json")),
                Stream.of(CORPUS.resolve("envelopes"), CORPUS.resolve("requests"))
                        .filter(Files::isDirectory)
                        .flatMap(EnvelopesTest::files));
    }

    private static Stream<URL> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                found.add(file.toUri().toURL());
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response post(String path, URL body) throws IOException {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .body(body.openStream().readAllBytes())
                .post(path);
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void anyEnvelopeIsTakenByAnActionThatTakesAnything(URL body) throws IOException {
        Response answer = post("/anything", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray())
                .isEqualTo(tester.action("anything")
                        .invokeJson(body.openStream().readAllBytes())
                        .bytes());
        assertThat(answer.jsonPath().getMap("payload")).containsKey("payload");
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void aTypedActionAnswersOrSaysWhatThePayloadLacks(URL body) throws IOException {
        Response answer = post("/count", body);
        TestResponse expected =
                tester.action("count").invokeJson(body.openStream().readAllBytes());
        assertThat(answer.statusCode()).isEqualTo(expected.status()).isIn(200, 400);
        assertThat(answer.asByteArray()).isEqualTo(expected.bytes());
        if (answer.statusCode() == 400) {
            assertThat(expected.violations())
                    .allSatisfy(violation -> assertThat(violation.field()).startsWith("payload"));
        }
    }
}
