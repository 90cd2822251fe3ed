package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Experiment.RunQuery;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Run;
import io.skillsdk.internal.fabric.standin.Filling;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every platform does with experiments, runs and artifacts. */
interface ExperimentContract extends FabricUnderTest {

    @Test
    default void aRunKeepsWhatIsWrittenToIt() {
        Experiment experiment = fabric().experiments().save(Map.of("name", "credit", "title", "Credit"));
        String id;
        try (Run run = experiment.startRun()) {
            id = run.id();
            run.param("depth", 3);
            run.metric("f1/macro", 0.5);
            run.meta("who", Map.of("name", "me"));
            run.upload("model", ContentBody.of("bytes"));
        }
        Run read = experiment.run(id);
        assertThat(read.params()).containsExactly(entry("depth", 3));
        assertThat(read.metrics()).containsExactly(entry("f1/macro", 0.5));
        assertThat(read.meta()).containsKey("who");
        assertThat(read.artifacts()).containsExactly("model");
        assertThat(read.started()).isPresent();
        assertThat(read.ended()).isPresent();
        assertThat(read.artifact("model").text(100)).isEqualTo("bytes");
        assertThat(fabric().content()
                        .download("experiments/credit/" + id + "/artifacts/model")
                        .text(100))
                .isEqualTo("bytes");
        assertThat(experiment.document().title()).isEqualTo("Credit");
        assertThat(fabric().experiments().list()).containsExactly("credit");
    }

    @Test
    default void theLastRunIsTheOneThatEndedLast() {
        Experiment experiment = fabric().experiments().save(Map.of("name", "e"));
        assertThat(experiment.findLastRun()).isEmpty();
        FabricUnderTest.assertReason(Reason.NOT_FOUND, experiment::lastRun);
        experiment.startRun("never-stopped");
        clock().advance(Duration.ofSeconds(1));
        experiment.startRun("also-never-stopped");
        assertThat(experiment.lastRun().id()).isEqualTo("also-never-stopped");
        end("never-stopped", 100);
        experiment.startRun("later");
        end("later", 200);
        clock().advance(Duration.ofSeconds(1));
        experiment.startRun("still-running");
        assertThat(experiment.lastRun().id()).isEqualTo("later");
        assertThat(experiment.runOrLast(Optional.of("still-running")).id()).isEqualTo("still-running");
        assertThat(experiment.runOrLast(Optional.empty()).id()).isEqualTo("later");
    }

    private void end(String run, long seconds) {
        fabric().raw()
                .send(
                        "PUT",
                        "projects/{p}/experiments/e/runs/{r}",
                        Map.of("endTime", seconds),
                        Object.class,
                        fabric().projectId(),
                        run);
    }

    @Test
    default void runsAreFoundAndSorted() {
        Experiment experiment = fabric().experiments().save(Map.of("name", "e"));
        IntStream.range(0, 230)
                .forEach(n ->
                        new Filling(platform().project(fabric().projectId())).run("e", "r" + n, Map.of("endTime", n)));
        assertThat(experiment.runs(RunQuery.ALL.sortedBy("endTime", -1)).map(Run::id))
                .hasSize(230)
                .startsWith("r229", "r228");
        assertThat(experiment
                        .runs(RunQuery.ALL.where("endTime", Map.of("$lt", 3)).sortedBy("endTime", 1))
                        .map(Run::id))
                .containsExactly("r0", "r1", "r2");
        assertThat(experiment.runs(RunQuery.ALL.limit(5))).hasSize(5);
    }

    @Test
    default void whatAnExperimentDoesNotHaveIsNotFound() {
        assertThat(fabric().experiments().find("none")).isEmpty();
        FabricUnderTest.assertReason(
                Reason.NOT_FOUND, () -> fabric().experiments().get("none").lastRun());
        Experiment experiment = fabric().experiments().save(Map.of("name", "e"));
        FabricUnderTest.assertReason(Reason.NOT_FOUND, () -> experiment.run("none"));
        FabricUnderTest.assertReason(
                Reason.NOT_FOUND, () -> experiment.startRun("r").artifact("none"));
        assertThat(experiment.deleteRun("r")).isTrue();
        assertThat(experiment.deleteRun("r")).isFalse();
        assertThat(fabric().experiments().delete("e")).isTrue();
        assertThat(fabric().experiments().delete("e")).isFalse();
    }
}
