package io.skillsdk.examples.prediction;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.skillsdk.daemon.junit.SkillDaemonExtension;
import io.skillsdk.testing.FabricServer;
import io.skillsdk.testing.InMemoryFabric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The daemon over HTTP, with the platform and without. */
class OnlinePredictionOverHttpTest {

    @RegisterExtension
    static final SkillDaemonExtension DAEMON = SkillDaemonExtension.of(new OnlinePrediction());

    private static final Map<String, Object> ROWS = Map.of(
            "columns",
            CreditModel.FEATURES,
            "instances",
            List.of(
                    List.of(
                            "no checking account",
                            6,
                            "critical account/ other credits existing (not at this bank)",
                            1343,
                            46),
                    List.of("... < 0 DM", 48, "existing credits paid back duly till now", 9006, 25)));

    private static ValidatableResponse post(Object body) {
        return RestAssured.given()
                .baseUri(DAEMON.uri().toString())
                .contentType("application/json")
                .body(body)
                .post("invoke")
                .then();
    }

    @Test
    void theModelComesFromTheLastRunOnThePlatform() throws Exception {
        byte[] model = Files.readAllBytes(
                Path.of("experiments/online-prediction/german-credit/runs/run_01/artifacts/model.json"));
        InMemoryFabric platform = new InMemoryFabric().artifact("german-credit", "run_07", "model", model);
        try (FabricServer server = FabricServer.of(platform)) {
            post(server.envelope(ROWS))
                    .statusCode(200)
                    .body("payload.run", equalTo("run_07"))
                    .body("payload.predictions.label", contains("good", "bad"));
        }
    }

    @Test
    void withoutAPlatformItComesFromTheWorkspace() {
        post(Map.of("payload", ROWS))
                .statusCode(200)
                .body("payload.run", equalTo("run_01"))
                .body("payload.predictions.label", contains("good", "bad"));
    }
}
