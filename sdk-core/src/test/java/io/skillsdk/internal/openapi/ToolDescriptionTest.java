package io.skillsdk.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.skillsdk.Header;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An action as a tool by JSON Schema, held against a validator of JSON Schema. */
class ToolDescriptionTest {

    record Line(String sku, Optional<Line> next) {}

    record Order(@SkillParameter(required = true) String id, List<Line> lines, Optional<Integer> most) {}

    static final class Actions {
        @SkillAction
        public Order order(Order order) {
            return order;
        }

        @SkillAction(path = "orders/{id}")
        public Order same(@PathParameter("id") String id, Order order) {
            return order;
        }

        @SkillAction
        public List<Line> lines(List<Line> lines) {
            return lines;
        }

        @SkillAction(path = "find/{key}", method = HttpMethod.GET)
        public int find(
                @PathParameter("key") String key,
                @QueryParameter(value = "most", defaultValue = "5") int most,
                @QueryParameter("tag") List<String> tags,
                @Header(value = "X-Tenant", required = true) String tenant) {
            return most;
        }

        @SkillAction
        public void nothing() {}
    }

    private static final ActionCatalog CATALOG = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Actions()));

    private static ToolDescription tool(String action) {
        return ToolDescription.of(CATALOG.named(action));
    }

    private static List<String> errors(Map<String, Object> schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonCodec.write(schema))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order | {\"id\": \"1\", \"lines\": [{\"sku\": \"a\", \"next\": {\"sku\": \"b\"}}]} | true",
                "order | {\"id\": \"1\", \"most\": null} | true",
                "order | {\"lines\": []} | false",
                "order | {\"id\": \"1\", \"lines\": [{\"sku\": 5}]} | false",
                "order | {\"id\": \"1\", \"lines\": [{\"sku\": \"a\", \"next\": {\"sku\": {}}}]} | false",
                "same | {\"id\": \"1\", \"payload\": {\"id\": \"2\"}} | true",
                "same | {\"id\": \"1\", \"payload\": {}} | false",
                "same | {\"payload\": {\"id\": \"2\"}} | false",
                "lines | {\"payload\": [{\"sku\": \"a\"}]} | true",
                "lines | {\"payload\": {\"sku\": \"a\"}} | false",
                "find | {\"key\": \"a\", \"X-Tenant\": \"t\"} | true",
                "find | {\"key\": \"a\", \"X-Tenant\": \"t\", \"most\": 3, \"tag\": [\"x\"]} | true",
                "find | {\"key\": \"a\"} | false",
                "find | {\"key\": \"a\", \"X-Tenant\": \"t\", \"most\": \"many\"} | false",
                "nothing | {} | true",
            })
    void argumentsAreThoseThatTheActionTakes(String action, String arguments, boolean valid) {
        assertThat(errors(tool(action).input(), arguments).isEmpty()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order | {\"payload\": {\"id\": \"1\", \"lines\": [], \"most\": null}} | true",
                "lines | {\"payload\": [{\"sku\": \"a\", \"next\": null}]} | true",
                "lines | {\"payload\": {}} | false",
                "find | {\"payload\": {\"result\": 5}} | true",
                "find | {\"payload\": {\"result\": \"5\"}} | false",
                "nothing | {} | false",
            })
    void answersAreThoseThatTheActionGives(String action, String answer, boolean valid) {
        assertThat(errors(tool(action).output(), answer).isEmpty()).isEqualTo(valid);
    }

    @Test
    void membersAreArgumentsOfTheirOwnWhereNoParameterHasTheName() {
        assertThat(tool("order").flat()).isTrue();
        assertThat(tool("same").flat()).isFalse();
        assertThat(tool("lines").flat()).isFalse();
        assertThat(tool("nothing").flat()).isFalse();
    }

    @Test
    void noReferenceLeadsOutOfTheSchema() {
        for (String action : List.of("order", "same", "lines", "find", "nothing")) {
            assertThat(JsonCodec.write(tool(action).input())).doesNotContain("#/components");
            assertThat(JsonCodec.write(tool(action).output())).doesNotContain("#/components");
        }
    }

    @Test
    void theSkillBesideTheFolderOrAboveItsActionIsTheOne(@TempDir Path folder) throws IOException {
        assertThat(NearbySkill.of(folder, CATALOG).title()).isEqualTo("Skill");
        Path action = Files.createDirectories(folder.resolve("actions/a"));
        Files.createDirectories(folder.resolve("invoke/in"));
        Files.writeString(folder.resolve("skill.yaml"), """
                name: things
                inputs: [{name: in, routing: {all: {action: a, runtime: cortex/daemons, output: order}}}]
                """);
        Files.writeString(folder.resolve("invoke/in/message.json"), "{\"payload\": {\"id\": \"1\"}}");
        for (Path from : List.of(folder, action)) {
            NearbySkill skill = NearbySkill.of(from, CATALOG);
            assertThat(skill.title()).isEqualTo("things");
            assertThat(skill.examples().messages()).containsOnlyKeys("order");
        }
        Files.writeString(folder.resolve("skill.yaml"), "name: [");
        assertThat(NearbySkill.of(folder, CATALOG).title()).isEqualTo("Skill");
    }
}
