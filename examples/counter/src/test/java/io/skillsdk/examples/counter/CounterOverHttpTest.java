package io.skillsdk.examples.counter;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.daemon.junit.SkillDaemonExtension;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.testing.FabricResource;
import io.skillsdk.testing.FabricServer;
import io.skillsdk.testing.InMemoryFabric;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The daemon over HTTP, with the platform and without. */
class CounterOverHttpTest {

    @RegisterExtension
    static final SkillDaemonExtension DAEMON =
            SkillDaemonExtension.of(() -> SkillDaemon.builder(new Counter()).set("fabric.retries", "0"));

    private static ValidatableResponse post(Object body) {
        return RestAssured.given()
                .baseUri(DAEMON.uri().toString())
                .contentType("application/json")
                .body(body)
                .post("invoke")
                .then();
    }

    @Test
    void theCountIsKeptOnThePlatform() {
        InMemoryFabric platform = new InMemoryFabric().content("counter/count.txt", "41");
        try (FabricServer server = FabricServer.of(platform)) {
            post(server.envelope(Map.of())).statusCode(200).body("payload.count", equalTo(42));
            platform.failNext(FabricResource.CONTENT, Reason.UNAVAILABLE);
            post(server.envelope(Map.of())).statusCode(502);
            post(server.envelope(Map.of())).statusCode(200).body("payload.count", equalTo(43));
        }
    }

    @Test
    void withoutAPlatformItIsKeptByTheDaemon() {
        post(Map.of("payload", Map.of())).statusCode(200).body("payload.count", equalTo(1));
        post(Map.of("payload", Map.of("by", 4))).statusCode(200).body("payload.count", equalTo(5));
    }
}
