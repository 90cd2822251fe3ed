package io.skillsdk.examples.connection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.daemon.junit.SkillDaemonExtension;
import io.skillsdk.testing.FabricServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The daemon over HTTP, with the platform and without. */
class OrdersOverHttpTest {

    private static final FabricServer PLATFORM = FabricServer.of(OrdersTest.platform("over-http"));

    @RegisterExtension
    static final SkillDaemonExtension DAEMON = SkillDaemonExtension.of(() -> {
        SkillDaemon.Builder daemon = SkillDaemon.builder(new Orders());
        PLATFORM.settings().forEach(daemon::set);
        return daemon;
    });

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    @Test
    void theConnectionComesFromThePlatform() {
        RestAssured.given()
                .baseUri(DAEMON.uri().toString())
                .contentType("application/json")
                .body(PLATFORM.envelope(Map.of("customer", "Grace")))
                .post("invoke")
                .then()
                .statusCode(200)
                .body("payload.orders.item", contains("moth"));
    }

    @Test
    void withoutAPlatformItComesFromTheWorkspace() {
        RestAssured.given()
                .baseUri(DAEMON.uri().toString())
                .contentType("application/json")
                .body(Map.of("payload", Map.of("customer", "Ada")))
                .post("invoke")
                .then()
                .statusCode(200)
                .body("payload.orders", hasSize(2));
    }
}
