package io.skillsdk.internal.fabric.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments, runs and artifacts, as they are answered to any client. */
class StandInRunsTest {

    private final Asking asking = new Asking(SessionForm.BARE);

    @BeforeEach
    void save() {
        asking.post("experiments", "{\"name\":\"e\",\"title\":\"E\"}");
    }

    private void run(String id) {
        asking.post("experiments/e/runs", "{\"runId\":\"" + id + "\"}");
        asking.clock.advance(Duration.ofSeconds(1));
    }

    private List<String> runs(String query) {
        return asking.get("experiments/e/runs" + query).json().get("runs").elements().stream()
                .map(run -> run.get("runId").text())
                .toList();
    }

    @Test
    void aRunHasAllThatTheDocumentNames() {
        Asking.Answer made = asking.post("experiments/e/runs", "{\"params\":{\"a\":1},\"startTime\":5}");
        assertThat(made.json().members())
                .containsKeys(
                        "runId",
                        "experimentName",
                        "params",
                        "metrics",
                        "meta",
                        "artifacts",
                        "startTime",
                        "_projectId",
                        "_createdAt",
                        "_updatedAt");
        assertThat(made.json().get("experimentName").text()).isEqualTo("e");
        assertThat(made.json().get("_projectId").text()).isEqualTo("p");
        assertThat(made.json().get("params").get("a").wholeNumber(0)).isEqualTo(1);
        assertThat(asking.post(
                                "experiments/e/runs",
                                "{\"runId\":\"" + made.json().get("runId").text() + "\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void withoutAnOrderTheRunThatWasWrittenLastComesFirst() {
        run("r1");
        run("r2");
        run("r3");
        assertThat(runs("")).containsExactly("r3", "r2", "r1");
        asking.ask("PUT", "experiments/e/runs/r1/params/x", "{\"value\":1}");
        asking.clock.advance(Duration.ofSeconds(1));
        assertThat(runs("")).containsExactly("r1", "r3", "r2");
        asking.ask("PUT", "experiments/e/runs/r2", "{\"endTime\":5}");
        asking.clock.advance(Duration.ofSeconds(1));
        asking.ask("PUT", "experiments/e/runs/r3/artifacts/m", "bytes");
        assertThat(runs("?limit=2")).containsExactly("r3", "r2");
        assertThat(runs("?limit=2&skip=2")).containsExactly("r1");
    }

    @Test
    void atMost25RunsComeUnlessMoreAreAskedFor() {
        for (int i = 0; i < 30; i++) {
            run("r" + i);
        }
        assertThat(runs("")).hasSize(25);
        assertThat(runs("?limit=100")).hasSize(30);
        assertThat(asking.get("experiments/e/runs?limit=-1").status()).isEqualTo(400);
        assertThat(asking.get("experiments/e/runs?filter=x").status()).isEqualTo(400);
    }

    @Test
    void runsAreDeletedByAFilter() {
        run("r1");
        run("r2");
        asking.ask("PUT", "experiments/e/runs/r1", "{\"took\":3}");
        assertThat(asking.ask("DELETE", "experiments/e/runs?filter=%7B%22took%22%3A%7B%22%24gt%22%3A2%7D%7D", "")
                        .json()
                        .members())
                .containsKey("message");
        assertThat(runs("")).containsExactly("r2");
    }

    @Test
    void aValueIsAnyJsonAndReplacesTheOneBefore() {
        run("r");
        for (String value : List.of("1", "\"a\"", "{\"b\":[1]}", "null", "false")) {
            for (String kind : List.of("params", "metrics", "meta")) {
                assertThat(asking.ask(
                                        "PUT",
                                        "experiments/e/runs/r/" + kind + "/f1%2Fmacro",
                                        "{\"value\":" + value + "}")
                                .json()
                                .get("success")
                                .text())
                        .isEqualTo("true");
                JsonDocument kept = asking.get("experiments/e/runs/r").json().get(kind);
                assertThat(kept.members()).containsOnlyKeys("f1/macro");
                assertThat(kept.get("f1/macro"))
                        .isEqualTo(JsonDocument.tryRead(value.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, experiments/none",
        "GET, experiments/none/runs",
        "GET, experiments/e/walks",
        "GET, experiments/e/runs/none",
        "PUT, experiments/e/runs/none/params/a",
        "PUT, experiments/e/runs/r/colours/a",
        "GET, experiments/e/runs/r/params/a",
        "GET, experiments/e/runs/r/artifacts/none",
        "DELETE, experiments/e/runs/r/artifacts/m",
        "POST, experiments/e/runs/r/artifacts/m",
        "PATCH, experiments/e",
        "PUT, experiments",
        "DELETE, experiments",
        "DELETE, experiments/none",
        "PATCH, experiments/e/runs/r",
        "GET, experiments/e/runs/r/artifacts/m/more"
    })
    void whatThereIsNotIsNotFoundAndChangesNothing(String method, String call) {
        run("r");
        asking.ask("PUT", "experiments/e/runs/r/artifacts/m", "bytes");
        assertThat(asking.ask(method, call, "{\"value\":1}").status()).isEqualTo(404);
        assertThat(asking.get("experiments").json().get("experiments").elements())
                .hasSize(1);
        assertThat(asking.get("content/experiments/e/r/artifacts/m").wire().length())
                .isEqualTo(5);
        assertThat(asking.get("experiments/e/runs/r/artifacts/m").status()).isEqualTo(200);
    }
}
