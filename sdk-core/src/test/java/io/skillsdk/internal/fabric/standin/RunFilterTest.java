package io.skillsdk.internal.fabric.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Experiment.RunQuery;
import io.skillsdk.fabric.Run;
import io.skillsdk.testing.InMemoryFabric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs are found by a filter and an order in the style of MongoDB. */
class RunFilterTest {

    private static Experiment experiment(List<Map<String, Object>> runs) {
        InMemoryFabric platform = new InMemoryFabric();
        for (int i = 0; i < runs.size(); i++) {
            platform.run("e", String.valueOf(i), runs.get(i));
        }
        return platform.fabric().experiments().get("e");
    }

    private static final List<Map<String, Object>> RUNS = List.of(
            Map.of("score", 1, "name", "a"),
            Map.of("score", 5, "name", "b"),
            Map.of("score", 10, "name", "c", "extra", true),
            Map.of("name", "d"));

    private static String ids(Experiment experiment, RunQuery query) {
        return experiment.runs(query).map(Run::id).sorted().reduce("", String::concat);
    }

    @ParameterizedTest
    @CsvSource({"$gt, 5, 2", "$gte, 5, 12", "$lt, 5, 0", "$lte, 5, 01", "$ne, 5, 023"})
    void aBoundIsComparedAsANumber(String operator, int bound, String found) {
        assertThat(ids(experiment(RUNS), RunQuery.ALL.where("score", Map.of(operator, bound))))
                .isEqualTo(found);
    }

    @Test
    void conditionsAreHeldTogether() {
        Experiment experiment = experiment(RUNS);
        assertThat(ids(experiment, RunQuery.ALL.where("score", Map.of("$gt", 1, "$lt", 10))))
                .isEqualTo("1");
        assertThat(ids(
                        experiment,
                        RunQuery.ALL.where("score", Map.of("$gte", 1)).where("name", "c")))
                .isEqualTo("2");
        assertThat(ids(experiment, RunQuery.ALL.where("name", Map.of("$in", List.of("a", "d", "x")))))
                .isEqualTo("03");
        assertThat(ids(experiment, RunQuery.ALL.where("extra", Map.of("$exists", true))))
                .isEqualTo("2");
        assertThat(ids(experiment, RunQuery.ALL.where("extra", Map.of("$exists", false))))
                .isEqualTo("013");
        assertThat(ids(experiment, RunQuery.ALL.where("score", 5.0))).isEqualTo("1");
    }

    @Test
    void aFilterMayAskForWhatIsNull() {
        assertThat(ids(experiment(RUNS), new RunQuery(Collections.singletonMap("score", null), Map.of(), 0)))
                .isEqualTo("3");
    }

    @Test
    void severalFieldsSortOneAfterTheOther() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Map<String, Object>> runs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                runs.add(Map.of("z", random.nextInt(3), "m", random.nextInt(3), "a", i));
            }
            Map<String, Integer> sort = new LinkedHashMap<>();
            sort.put("z", 1);
            sort.put("m", -1);
            sort.put("a", 1);
            List<String> expected = runs.stream()
                    .sorted(Comparator.<Map<String, Object>>comparingInt(run -> (int) run.get("z"))
                            .thenComparing(run -> (int) run.get("m"), Comparator.reverseOrder())
                            .thenComparing(run -> (int) run.get("a")))
                    .map(run -> String.valueOf(run.get("a")))
                    .toList();
            assertThat(experiment(runs).runs(new RunQuery(Map.of(), sort, 0)).map(Run::id))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(expected);
        }
    }
}
