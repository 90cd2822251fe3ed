package io.skillsdk.examples.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.prediction.OnlinePrediction.Loaded;
import io.skillsdk.examples.prediction.OnlinePrediction.Prediction;
import io.skillsdk.examples.prediction.OnlinePrediction.Predictions;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class OnlinePredictionTest {

    private static final String COLUMNS = "\"columns\":[\"checking\",\"duration\",\"history\",\"amount\",\"age\"]";

    private final SkillTester tester = SkillTester.of(new OnlinePrediction());

    private void init() {
        assertThat(tester.action("init")
                        .property("model-id", "m-1")
                        .invoke(Map.of())
                        .payload(Loaded.class))
                .isEqualTo(new Loaded("m-1", 0.5));
    }

    private TestResponse predict(String instances) {
        return tester.action("predict").invokeJson("{\"payload\":{" + COLUMNS + ",\"instances\":" + instances + "}}");
    }

    @Test
    void withoutAModelTheAnswerIs412() {
        TestResponse answer = predict("[]");
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.error().detail()).isEqualTo("No model is loaded. Call init first.");
    }

    @Test
    void rowsAreScoredInOrder() {
        init();
        String good =
                "[\"no checking account\",6,\"critical account/ other credits existing (not at this bank)\",1343,46]";
        String bad = "[\"... < 0 DM\",28,\"existing credits paid back duly till now\",4006,45]";
        Predictions predictions = predict("[" + good + "," + bad + "]").payload(Predictions.class);
        assertThat(predictions.model()).isEqualTo("m-1");
        assertThat(predictions.predictions()).extracting(Prediction::label).containsExactly("good", "bad");
        assertThat(predictions.predictions()).extracting(Prediction::score).containsExactly(0.894, 0.2582);
    }

    @Test
    void badRowsAreAllNamed() {
        init();
        TestResponse answer = predict("[[\"a\",\"six\",\"h\",1,1],[\"a\",6,\"h\",1,1],[1,6,\"h\",1,1],7]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations())
                .extracting(Violation::field)
                .containsExactly("payload.instances[0][1]", "payload.instances[2][0]", "payload.instances[3]");
    }

    @Test
    void rowsThatCannotBeScoredAreNamed() {
        init();
        assertThat(predict("[[\"a\",6,\"h\",1,1],[\"a\",0,\"h\",1,1],null]").violations())
                .containsExactly(
                        new Violation("payload.instances[1]", "must have a duration and an amount above 0"),
                        new Violation("payload.instances[2]", "must not be null"));
    }

    @Test
    void otherColumnsAreRefused() {
        init();
        assertThat(tester.action("predict")
                        .invokeJson("{\"payload\":{\"columns\":[\"age\"],\"instances\":[]}}")
                        .violations())
                .extracting(Violation::field)
                .containsExactly("payload.columns");
    }

    @Test
    void aThresholdOutOfRangeIsRefused() {
        assertThat(tester.action("init").invoke(Map.of("threshold", 2)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MessageFiles("skills/online-prediction/invoke")
    void everyMessageIsAnswered(Path message) {
        init();
        assertThat(tester.action("predict")
                        .invokeMessage(message)
                        .payload(Predictions.class)
                        .predictions())
                .isNotEmpty();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new OnlinePrediction());
    }
}
