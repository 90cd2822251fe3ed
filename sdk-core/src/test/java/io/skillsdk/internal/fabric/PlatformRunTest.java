package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Run;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import io.skillsdk.internal.fabric.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in all the forms in which documents of runs were seen. */
class PlatformRunTest {

    private final List<String> sent = new ArrayList<>();

    private String answer = "{}";

    private final Experiment experiment = Platform.over(
                    (request, budget) -> {
                        sent.add(request.method() + " " + request.url().replaceFirst(".*/e", "") + " " + body(request));
                        return new WireAnswer(
                                200, Map.of(), new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
                    },
                    FabricSettings.DEFAULTS,
                    Clock.systemUTC())
            .open(new FabricCall("http://h", "t", "p", null, null, Instant.now().plusSeconds(60), Map.of()))
            .fabric()
            .experiments()
            .get("e");

    private static String body(WireRequest request) {
        if (request.body() == null) {
            return "";
        }
        try (var stream = request.body().open()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(String fields) {
        answer = "{\"runId\":\"r\"" + fields + "}";
        return experiment.run("r");
    }

    /** cortex-python writes whole seconds, other clients milliseconds, and older ones texts under shorter names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"startTime\":1709287200 | 2024-03-01T10:00:00Z",
                ",\"startTime\":1709287200.5 | 2024-03-01T10:00:00.500Z",
                ",\"startTime\":1709287200000 | 2024-03-01T10:00:00Z",
                ",\"start\":1709287200 | 2024-03-01T10:00:00Z",
                ",\"startTime\":\"2024-03-01T10:00:00Z\" | 2024-03-01T10:00:00Z",
                ",\"startTime\":null,\"start\":\"2024-03-01T11:00:00+01:00\" | 2024-03-01T10:00:00Z",
                ",\"startTime\":0 | ",
                ",\"startTime\":-1 | ",
                ",\"startTime\":\"\" | ",
                ",\"startTime\":\"soon\" | ",
                ",\"startTime\":{} | ",
                "'' | "
            })
    void aTimeIsTheSameInEachOfItsForms(String fields, @Nullable String time) {
        assertThat(run(fields).started().map(Instant::toString).orElse(null)).isEqualTo(time);
        assertThat(run(fields.replace("start", "end"))
                        .ended()
                        .map(Instant::toString)
                        .orElse(null))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"params\":null,\"metrics\":[],\"meta\":5,\"artifacts\":\"x\""})
    void whatADocumentDoesNotHaveIsEmpty(String fields) {
        Run run = run(fields);
        assertThat(run.params()).isEmpty();
        assertThat(run.metrics()).isEmpty();
        assertThat(run.meta()).isEmpty();
        assertThat(run.artifacts()).isEmpty();
        assertThat(run.id()).isEqualTo("r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"runId\":\"\"}", "{\"runId\":null}", "[]", ""})
    void aRunWithoutAnIdCannotBeRead(String document) {
        answer = document;
        assertThatThrownBy(() -> experiment.run("r"))
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE_ANSWER));
        assertThatThrownBy(experiment::startRun).isInstanceOf(FabricException.class);
    }

    @Test
    void onlyARunThatWasStartedHereWritesItsEndAndOnce() {
        run("").close();
        assertThat(sent).containsExactly("GET /runs/r ");
        sent.clear();
        long before = Instant.now().getEpochSecond();
        Run started = experiment.startRun("r");
        started.close();
        started.close();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).startsWith("POST /runs {\"runId\":\"r\",\"startTime\":");
        assertThat(sent.get(1)).startsWith("PUT /runs/r {");
        JsonDocument end = JsonDocument.tryRead(
                sent.get(1).substring("PUT /runs/r ".length()).getBytes(StandardCharsets.UTF_8));
        assertThat(end.members()).containsOnlyKeys("startTime", "endTime", "took");
        assertThat(end.get("startTime").wholeNumber(0))
                .isBetween(before, end.get("endTime").wholeNumber(0));
        assertThat(end.get("took").number(-1)).isBetween(0.0, 60.0);
    }

    @Test
    void namesAreSegmentsAndValuesAreWrapped() {
        Run run = run("");
        run.metric("f1/macro", 0.5);
        run.param("a?b", Map.of("k", List.of()));
        run.meta("ü", "x");
        assertThat(sent)
                .contains(
                        "PUT /runs/r/metrics/f1%2Fmacro {\"value\":0.5}",
                        "PUT /runs/r/params/a%3Fb {\"value\":{\"k\":[]}}", "PUT /runs/r/meta/%C3%BC {\"value\":\"x\"}");
        for (String bad : List.of("", ".", "..", "a\nb")) {
            assertThatThrownBy(() -> run.metric(bad, 1)).isInstanceOf(FabricException.class);
            assertThatThrownBy(() -> experiment.startRun(bad)).isInstanceOf(FabricException.class);
        }
    }
}
