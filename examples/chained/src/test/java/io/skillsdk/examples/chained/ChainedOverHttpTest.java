package io.skillsdk.examples.chained;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.skillsdk.daemon.junit.SkillDaemonExtension;
import io.skillsdk.testing.FabricServer;
import io.skillsdk.testing.InMemoryFabric;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The daemon over HTTP, with the platform and without. */
class ChainedOverHttpTest {

    @RegisterExtension
    static final SkillDaemonExtension DAEMON = SkillDaemonExtension.of(new Chained());

    private static final Map<String, Object> INNER =
            Map.of("activationId", "a-1", "payload", Map.of("text", "one two three four"));

    private static ValidatableResponse post(Object body) {
        return RestAssured.given()
                .baseUri(DAEMON.uri().toString())
                .contentType("application/json")
                .body(body)
                .post("invoke")
                .then();
    }

    @Test
    void theOtherSkillIsCalledOnThePlatform() {
        InMemoryFabric platform = new InMemoryFabric().skill("word-count", ChainedTest::counted);
        try (FabricServer server = FabricServer.of(platform)) {
            post(server.envelope(INNER))
                    .statusCode(200)
                    .body("outputName", equalTo("long"))
                    .body("payload.words", equalTo(4));
        }
    }

    @Test
    void withoutAPlatformTheWorkspaceHasTheAnswer() {
        post(Map.of("payload", INNER))
                .statusCode(200)
                .body("outputName", equalTo("short"))
                .body("payload.words", equalTo(2));
    }
}
