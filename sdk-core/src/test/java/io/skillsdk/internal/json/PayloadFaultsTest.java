package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.Violation;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.Test;

class PayloadFaultsTest {

    enum Colour {
        RED,
        GREEN
    }

    record Row(@SkillParameter(required = true) String name, int age, Colour colour, LocalDate day) {}

    record Table(
            @JsonProperty(value = "the-rows", required = true)
            List<Row> rows,

            Map<String, Row> byName,
            @NonNull String title) {}

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("from must not be greater than to");
            }
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"label", "score"})
    record Tuple(@SkillParameter(required = true) String label, double score) {}

    static final class Actions {
        @SkillAction
        Object tuples(List<Tuple> payload) {
            return payload.get(0).score();
        }

        @SkillAction
        Object table(Table payload) {
            return payload.rows().size();
        }

        @SkillAction
        Object range(Range payload) {
            return payload.to() - payload.from();
        }

        @SkillAction
        Object text(String payload) {
            return payload;
        }

        @SkillAction
        Object list(List<Integer> payload) {
            return payload.size();
        }
    }

    private final SkillTester tester = SkillTester.of(new Actions());

    private TestResponse send(String action, String payload) {
        return tester.action(action)
                .invokeJson("{\"activationId\":\"a-1\",\"token\":\"the.token\",\"payload\":" + payload + "}");
    }

    @Test
    void everyFaultIsNamedAtOnceAsTheSenderWroteIt() {
        TestResponse answer = send("table", """
                {"the-rows": [{"name": "a", "age": 1}, {"age": "old", "colour": "BLUE", "day": "31.1.2026"}, 7],
                 "byName": {"b": {"name": 5, "age": 1.5}}}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations())
                .containsExactlyInAnyOrder(
                        new Violation("payload.title", "is required, and must be a string"),
                        new Violation("payload.the-rows[1].name", "is required, and must be a string"),
                        new Violation(
                                "payload.the-rows[1].age",
                                "must be a whole number from -2147483648 to 2147483647, not a string"),
                        new Violation("payload.the-rows[1].colour", "must be one of RED, GREEN"),
                        new Violation("payload.the-rows[1].day", "must be a string such as 2026-01-31"),
                        new Violation("payload.the-rows[2]", "must be an object, not a number"),
                        new Violation("payload.byName.b.name", "must be a string, not a number"),
                        new Violation("payload.byName.b.age", "must be a whole number from -2147483648 to 2147483647"));
    }

    @Test
    void theErrorNamesTheActivationAndNothingSecret() {
        TestResponse answer = send("table", "{}");
        assertThat(answer.error().activationId()).isEqualTo("a-1");
        assertThat(answer.error().title()).isEqualTo("Bad Request");
        assertThat(answer.json()).doesNotContain("the.token", "io.skillsdk", "Exception", "tools.jackson");
    }

    @Test
    void aMissingPrimitiveIsRequiredAndANullOneRefused() {
        String wanted = ", and must be a whole number from -2147483648 to 2147483647";
        assertThat(send("range", "{\"to\":1}").violations())
                .containsExactly(new Violation("payload.from", "is required" + wanted));
        assertThat(send("range", "{\"from\":null,\"to\":1}").violations())
                .containsExactly(new Violation("payload.from", "must not be null" + wanted));
    }

    @Test
    void anAbsentPayloadNamesWhatIsRequiredInIt() {
        assertThat(tester.action("range").invokeJson("{}").violations())
                .extracting(Violation::field)
                .containsExactly("payload.from", "payload.to");
    }

    @Test
    void anAbsentPayloadOfAnotherKindIsRequiredItself() {
        assertThat(tester.action("text").invokeJson("{}").violations())
                .containsExactly(new Violation("payload", "is required, and must be a string"));
        assertThat(tester.action("list").invokeJson("{\"payload\":null}").violations())
                .containsExactly(new Violation("payload", "is required, and must be an array"));
    }

    @Test
    void aCheckInTheRecordsConstructorSpeaksToTheSender() {
        assertThat(send("range", "{\"from\":2,\"to\":1}").violations())
                .containsExactly(new Violation("payload", "is refused: from must not be greater than to"));
    }

    @Test
    void aPayloadOfTheWrongKindIsNamed() {
        assertThat(send("text", "5").violations())
                .containsExactly(new Violation("payload", "must be a string, not a number"));
        assertThat(send("list", "{}").violations())
                .containsExactly(new Violation("payload", "must be an array, not an object"));
        assertThat(send("range", "[]").violations())
                .containsExactly(new Violation("payload", "must be an object, not an array"));
        assertThat(send("list", "[1,\"2\"]").violations())
                .containsExactly(new Violation(
                        "payload[1]", "must be a whole number from -2147483648 to 2147483647, not a string"));
    }

    @Test
    void aRecordWrittenAsAnArrayIsNamedByPlace() {
        assertThat(send("tuples", "[[\"a\", 0.5]]").json()).isEqualTo("{\"payload\":{\"result\":0.5}}");
        assertThat(send("tuples", "[[\"a\", \"b\"], [null, 1], [\"a\"], {}]").violations())
                .containsExactly(
                        new Violation("payload[0][1]", "must be a number, not a string"),
                        new Violation("payload[1][0]", "must not be null, and must be a string"),
                        new Violation("payload[2][1]", "is required, and must be a number"),
                        new Violation("payload[3]", "must be an array of 2 values, not an object"));
    }

    @Test
    void aNumberTooLargeForItsTypeIsNamed() {
        assertThat(send("list", "[99999999999]").violations())
                .containsExactly(new Violation("payload[0]", "must be a whole number from -2147483648 to 2147483647"));
    }

    @Test
    void aPayloadWithVeryManyFaultsNamesAsManyAsAnErrorHasRoomFor() {
        List<Violation> named = send("list", "[" + "\"x\",".repeat(500) + "1]").violations();
        assertThat(named).hasSizeBetween(150, 250);
        assertThat(named.get(149).field()).isEqualTo("payload[149]");
    }
}
