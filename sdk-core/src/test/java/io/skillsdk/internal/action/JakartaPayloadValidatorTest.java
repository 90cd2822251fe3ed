package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.SkillAction;
import io.skillsdk.Violation;
import io.skillsdk.testing.SkillTester;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JakartaPayloadValidatorTest {

    record Row(@JsonProperty("the-age") @Max(120) int age) {}

    record Table(
            @NotBlank @Size(max = 3) String title,
            List<@Valid Row> rows,
            List<@NotBlank String> tags,
            Map<String, @Valid Row> byName) {}

    record Nullable(@NotNull String text) {}

    static final class Actions {
        @SkillAction
        Object table(Table payload) {
            return "ok";
        }

        @SkillAction
        Object list(List<Row> payload) {
            return "ok";
        }

        @SkillAction
        Object nullable(Nullable payload) {
            return "ok";
        }
    }

    private static List<Violation> violations(String action, String payload) {
        return SkillTester.of(new Actions())
                .action(action)
                .invokeJson("{\"payload\":" + payload + "}")
                .violations();
    }

    @Test
    void constraintsAreCheckedAndFieldsNamedAsTheSenderWroteThem() {
        assertThat(violations("table", """
                {"title": "long", "rows": [{"the-age": 1}, {"the-age": 121}], "tags": ["a", " "],
                 "byName": {"b": {"the-age": 500}}}"""))
                .containsExactly(
                        new Violation("payload.byName.b.the-age", "must be less than or equal to 120"),
                        new Violation("payload.rows[1].the-age", "must be less than or equal to 120"),
                        new Violation("payload.tags[1]", "must not be blank"),
                        new Violation("payload.title", "size must be between 0 and 3"));
    }

    @Test
    void theElementsOfAListPayloadAreChecked() {
        assertThat(violations("list", "[{\"the-age\":1},{\"the-age\":121}]"))
                .containsExactly(new Violation("payload[1].the-age", "must be less than or equal to 120"));
    }

    @Test
    void aNotNullComponentIsRequired() {
        assertThat(violations("nullable", "{}"))
                .containsExactly(new Violation("payload.text", "is required, and must be a string"));
    }

    @Test
    void aSoundPayloadPasses() {
        assertThat(SkillTester.of(new Actions())
                        .action("table")
                        .invoke(new Table("abc", List.of(new Row(1)), List.of("t"), Map.of()))
                        .status())
                .isEqualTo(200);
    }
}
