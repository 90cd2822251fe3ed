package io.skillsdk.examples.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.prediction.OnlinePrediction.Prediction;
import io.skillsdk.examples.prediction.OnlinePrediction.Predictions;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.testing.FabricResource;
import io.skillsdk.testing.InMemoryFabric;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class OnlinePredictionTest {

    private static final String COLUMNS = "\"columns\":[\"checking\",\"duration\",\"history\",\"amount\",\"age\"]";

    private static final String GOOD =
            "[\"no checking account\",6,\"critical account/ other credits existing (not at this bank)\",1343,46]";

    private static final String BAD = "[\"... < 0 DM\",48,\"existing credits paid back duly till now\",9006,25]";

    /** Without a platform: the experiment of this folder. */
    private final SkillTester tester = SkillTester.of(new OnlinePrediction());

    private static TestResponse predict(SkillTester tester, String instances) {
        return tester.invokeJson("{\"payload\":{" + COLUMNS + ",\"instances\":" + instances + "}}");
    }

    @Test
    void rowsAreScoredInOrder() {
        Predictions predictions = predict(tester, "[" + GOOD + "," + BAD + "]").payload(Predictions.class);
        assertThat(predictions.run()).isEqualTo("run_01");
        assertThat(predictions.predictions()).extracting(Prediction::label).containsExactly("good", "bad");
        assertThat(predictions.predictions().get(0).score()).isBetween(0.8, 1.0);
        assertThat(predictions.predictions().get(1).score()).isBetween(0.0, 0.2);
    }

    @Test
    void whatTheModelDoesNotKnowIsAMissingValueToIt() {
        assertThat(predict(tester, "[[\"none of these\",6,\"nor this\",1343,46]]")
                        .payload(Predictions.class)
                        .predictions())
                .singleElement()
                .satisfies(prediction -> assertThat(prediction.score()).isBetween(0.3, 0.95));
    }

    @Test
    void noRowsAreNoPredictions() {
        assertThat(predict(tester, "[]").payload(Predictions.class).predictions())
                .isEmpty();
    }

    @Test
    void badRowsAreAllNamed() {
        TestResponse answer = predict(tester, "[[\"a\",\"six\",\"h\",1,1],[\"a\",6,\"h\",1,1],[1,6,\"h\",1,1],7]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations())
                .extracting(Violation::field)
                .containsExactly("payload.instances[0][1]", "payload.instances[2][0]", "payload.instances[3]");
    }

    @Test
    void rowsThatCannotBeScoredAreNamed() {
        assertThat(predict(tester, "[[\"a\",6,\"h\",1,1],[\"a\",0,\"h\",1,1],null]")
                        .violations())
                .containsExactly(
                        new Violation("payload.instances[1]", "must have a duration and an amount above 0"),
                        new Violation("payload.instances[2]", "must not be null"));
    }

    @Test
    void otherColumnsAreRefused() {
        assertThat(tester.invokeJson("{\"payload\":{\"columns\":[\"age\"],\"instances\":[]}}")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("payload.columns");
    }

    @Test
    void aThresholdOutOfRangeIsRefused() {
        assertThat(predict(tester.property("threshold", 2), "[]").violations())
                .containsExactly(new Violation("properties.threshold", "must be from 0 to 1"));
        assertThat(predict(tester.property("threshold", 1), "[" + GOOD + "]")
                        .payload(Predictions.class)
                        .predictions())
                .extracting(Prediction::label)
                .containsExactly("bad");
    }

    @Test
    void aNewRunIsANewModel() throws Exception {
        InMemoryFabric platform = new InMemoryFabric()
                .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .artifact("german-credit", "first", "model", new CreditTraining(1, 40).model());
        SkillTester onPlatform = SkillTester.of(new OnlinePrediction()).fabric(platform);
        double score = score(onPlatform, "first");
        assertThat(score(onPlatform, "first")).isEqualTo(score);
        String second =
                new CreditTraining(2, 1).run(platform.fabric().experiments().get("german-credit"));
        assertThat(score(onPlatform, second)).isNotEqualTo(score);
        assertThat(score(onPlatform.property("run-id", "first"), "first")).isEqualTo(score);
        assertThat(platform.calls().stream().filter(call -> call.startsWith("GET") && call.endsWith("artifacts/model")))
                .as("one load for each run that is not the one used last")
                .hasSize(3);
    }

    private static double score(SkillTester tester, String run) {
        Predictions predictions = predict(tester.timeout(Duration.ofSeconds(60)), "[" + GOOD + "]")
                .payload(Predictions.class);
        assertThat(predictions.run()).isEqualTo(run);
        return predictions.predictions().get(0).score();
    }

    @Test
    void aModelThatIsNoneIsNotKept() throws Exception {
        byte[] model = Files.readAllBytes(
                Path.of("experiments/online-prediction/german-credit/runs/run_01/artifacts/model.json"));
        byte[] otherFeatures = new String(model, StandardCharsets.UTF_8)
                .replace("\"checking\"", "\"savings\"")
                .getBytes(StandardCharsets.UTF_8);
        InMemoryFabric platform = new InMemoryFabric();
        SkillTester onPlatform = SkillTester.of(new OnlinePrediction()).fabric(platform);
        for (byte[] bad : new byte[][] {new byte[0], "{}".getBytes(StandardCharsets.UTF_8), otherFeatures}) {
            platform.artifact("german-credit", "run_01", "model", bad);
            assertThat(predict(onPlatform, "[" + GOOD + "]").status()).isEqualTo(500);
        }
        platform.artifact("german-credit", "run_01", "model", model);
        assertThat(predict(onPlatform, "[" + GOOD + "]").isError()).isFalse();
    }

    @Test
    void aPlatformThatFailsIsABadGateway() {
        InMemoryFabric platform = new InMemoryFabric().failNext(FabricResource.EXPERIMENTS, Reason.UNAVAILABLE);
        assertThat(predict(tester.fabric(platform), "[" + GOOD + "]").status()).isEqualTo(502);
    }

    @ParameterizedTest
    @MessageFiles("skills/online-prediction/invoke")
    void everyMessageIsAnswered(Path message) {
        assertThat(tester.invokeMessage(message).payload(Predictions.class).predictions())
                .isNotEmpty();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new OnlinePrediction());
    }
}
