package io.skillsdk.internal.call.validation;

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

    static final class Forms {
        @SkillAction
        Object set(java.util.Set<Row> payload) {
            return "ok";
        }

        @SkillAction
        Object array(Row[] payload) {
            return "ok";
        }

        @SkillAction
        Object optional(java.util.Optional<Row> payload) {
            return "ok";
        }

        @SkillAction
        Object nested(Map<String, List<Row>> payload) {
            return "ok";
        }

        @SkillAction
        Object text(@NotBlank @Size(max = 3) String payload) {
            return "ok";
        }

        @SkillAction
        Object number(@Max(5) int payload) {
            return "ok";
        }

        @SkillAction
        Object elements(List<@NotBlank String> payload) {
            return "ok";
        }

        @SkillAction(path = "rows/{id}")
        Object path(@io.skillsdk.PathParameter("id") @Max(5) int id) {
            return "ok";
        }
    }

    private static List<Violation> inForms(String action, String payload) {
        return SkillTester.of(new Forms())
                .action(action)
                .invokeJson("{\"payload\":" + payload + "}")
                .violations();
    }

    @Test
    void constraintsAreCheckedInEveryFormOfPayload() {
        String message = "must be less than or equal to 120";
        assertThat(inForms("set", "[{\"the-age\":1},{\"the-age\":121}]"))
                .containsExactly(new Violation("payload[1].the-age", message));
        assertThat(inForms("array", "[{\"the-age\":121}]"))
                .containsExactly(new Violation("payload[0].the-age", message));
        assertThat(inForms("optional", "{\"the-age\":121}")).containsExactly(new Violation("payload.the-age", message));
        assertThat(inForms("nested", "{\"a\":[{\"the-age\":121}]}"))
                .containsExactly(new Violation("payload.a[0].the-age", message));
    }

    @Test
    void constraintsOnTheParametersThemselvesAreChecked() {
        assertThat(inForms("text", "\"long\""))
                .containsExactly(new Violation("payload", "size must be between 0 and 3"));
        assertThat(inForms("number", "9")).containsExactly(new Violation("payload", "must be less than or equal to 5"));
        assertThat(inForms("elements", "[\"a\",\" \"]"))
                .containsExactly(new Violation("payload[1]", "must not be blank"));
        assertThat(SkillTester.of(new Forms())
                        .action("path")
                        .pathParameter("id", "9")
                        .invoke(null)
                        .violations())
                .containsExactly(new Violation("path.id", "must be less than or equal to 5"));
    }
}
