package io.skillsdk.examples.sessions;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.daemon.junit.SkillDaemonExtension;
import io.skillsdk.testing.FabricServer;
import io.skillsdk.testing.InMemoryFabric;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two replicas of the daemon, over HTTP. */
class SessionsOverHttpTest {

    private static final FabricServer PLATFORM = FabricServer.of(new InMemoryFabric());

    @RegisterExtension
    static final SkillDaemonExtension ONE = SkillDaemonExtension.of(() -> SkillDaemon.builder(new Sessions()));

    @RegisterExtension
    static final SkillDaemonExtension OTHER = SkillDaemonExtension.of(() -> SkillDaemon.builder(new Sessions()));

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    private static ValidatableResponse post(SkillDaemonExtension daemon, String action, Object body) {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .body(body)
                .post(action)
                .then();
    }

    @Test
    void replicasShareThePlatformsSessions() {
        String id = post(ONE, "start", PLATFORM.envelope(Map.of("ttl", 60)))
                .statusCode(200)
                .extract()
                .path("payload.session_id");
        post(OTHER, "put", PLATFORM.envelope(Map.of("session_id", id, "data", Map.of("a", 1))))
                .statusCode(200);
        post(ONE, "get", PLATFORM.envelope(Map.of("session_id", id, "key", "a")))
                .statusCode(200)
                .body("payload.state.a", equalTo(1));
        post(OTHER, "delete", PLATFORM.envelope(Map.of("session_id", id))).statusCode(200);
        post(ONE, "get", PLATFORM.envelope(Map.of("session_id", id))).statusCode(404);
    }

    @Test
    void withoutAPlatformTheDaemonItselfKeepsThem() {
        post(ONE, "start", "{\"payload\": {\"session_id\": \"s-1\"}}").statusCode(200);
        post(ONE, "put", "{\"payload\": {\"session_id\": \"s-1\", \"data\": {\"a\": 1}}}")
                .statusCode(200);
        post(ONE, "get", "{\"payload\": {\"session_id\": \"s-1\"}}")
                .statusCode(200)
                .body("payload.state.a", equalTo(1));
        post(OTHER, "get", "{\"payload\": {\"session_id\": \"s-1\"}}").statusCode(404);
    }
}
