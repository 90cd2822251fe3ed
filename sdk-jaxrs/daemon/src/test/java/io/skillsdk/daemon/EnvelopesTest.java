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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape of body that the platform sends, over HTTP and without; and the shared corpus too, where it is there. */
class EnvelopesTest {

    private static final Path OWN = Path.of("src/test/resources/envelopes");

    private static final Path CORPUS = Path.of("../../shared/corpus");

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
        daemon = SkillDaemon.of(new TestActions(), new Anything())
                .set("daemon.port", "0")
                .set("daemon.host", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    static Stream<Path> envelopes() {
        return Stream.of(OWN, CORPUS.resolve("envelopes"), CORPUS.resolve("requests"))
                .filter(Files::isDirectory)
                .flatMap(EnvelopesTest::files);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response post(String path, Path body) throws IOException {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .body(Files.readAllBytes(body))
                .post(path);
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void anyEnvelopeIsTakenByAnActionThatTakesAnything(Path body) throws IOException {
        Response answer = post("/anything", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray())
                .isEqualTo(tester.action("anything").invokeMessage(body).bytes());
        assertThat(answer.jsonPath().getMap("payload")).containsKey("payload");
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void aTypedActionAnswersOrSaysWhatThePayloadLacks(Path body) throws IOException {
        Response answer = post("/invoke", body);
        TestResponse expected = tester.action("count").invokeMessage(body);
        assertThat(answer.statusCode()).isEqualTo(expected.status()).isIn(200, 400);
        assertThat(answer.asByteArray()).isEqualTo(expected.bytes());
        if (answer.statusCode() == 400) {
            assertThat(expected.violations())
                    .allSatisfy(violation -> assertThat(violation.field()).startsWith("payload"));
        }
    }
}
