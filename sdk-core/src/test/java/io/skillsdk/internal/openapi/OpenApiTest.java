package io.skillsdk.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.Header;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperty;
import io.skillsdk.SkillResponse;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {

    enum Priority {
        low,
        @JsonAlias("urgent")
        high
    }

    interface OnUpdate {}

    record Line(
            @SkillParameter(description = "What is ordered", example = "A-1") @NotBlank @Size(max = 20) String sku,

            @Positive @Max(100) int count,
            @Pattern(regexp = "[a-z]{2}") String language,
            @Pattern(regexp = "x++") String possessive,
            @Size(min = 5, groups = OnUpdate.class) String onUpdateOnly) {}

    record Order(
            UUID id,
            LocalDate due,
            Priority priority,
            @Size(min = 1, max = 3) List<Line> lines,
            @Size(max = 2) Map<String, Integer> counts,
            @Email String contact,
            @DecimalMax(value = "9.5", inclusive = false) double weight,
            byte[] picture,
            Optional<Order> parent,

            @JsonAlias("remark") @SkillParameter(required = true)
            String note,

            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant at,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> tags,

            byte tiny) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Card.class, name = "card"),
        @JsonSubTypes.Type(value = Cash.class, name = "cash")
    })
    sealed interface Payment {}

    record Card(String number) implements Payment {}

    record Cash(int amount, Payment rest) implements Payment {}

    /** What is made of a string of the author's own form. */
    record Code(String text) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Code {}
    }

    @SkillProperty(
            name = "threshold",
            type = SkillProperty.Type.NUMBER,
            defaultValue = "0.5",
            description = "From 0 to 1")
    @SkillProperty(name = "key", secure = true, defaultValue = "#SECURE.key")
    static final class Shop {

        @SkillAction(title = "Places an order", description = "Checks it first.")
        Order order(Order payload) {
            return payload;
        }

        @SkillAction
        SkillResponse<String> pay(Payment payload) {
            return SkillResponse.of("paid");
        }

        @SkillAction(path = "orders/{id}", method = HttpMethod.GET)
        @Nullable Order find(
                @PathParameter("id") UUID id,
                @QueryParameter("limit") @Min(1) @Max(50) int limit,
                @QueryParameter("tag") List<String> tags,
                @QueryParameter(value = "from", defaultValue = "2026-01-31") LocalDate from,
                @Header(value = "X-Tenant", required = true) String tenant,
                @Header("Accept") Optional<String> accept) {
            return null;
        }

        @SkillAction(path = "orders/{number}", method = HttpMethod.DELETE)
        void remove() {}

        @SkillAction
        int count(List<@Nullable Integer> numbers) {
            return numbers.size();
        }

        @SkillAction
        Map<String, Object> code(Code code) {
            return Map.of("code", code.text());
        }
    }

    record Text(String text) {}

    static final class One {
        @SkillAction
        Text echo(Text text) {
            return text;
        }
    }

    private static final DocumentUnderTest SHOP = DocumentUnderTest.of(new Shop());

    private static final SkillTester TESTER = SkillTester.of(new Shop());

    private static OpenAPI parsed(DocumentUnderTest document) {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document.json());
        assertThat(result.getMessages()).as(document.json()).isEmpty();
        return result.getOpenAPI();
    }

    @Test
    void aParserOfOthersFindsNoFaultInIt() {
        OpenAPI shop = parsed(SHOP);

        assertThat(shop.getOpenapi()).isEqualTo("3.1.1");
        assertThat(shop.getPaths().keySet())
                .containsExactly("/code", "/count", "/invoke", "/order", "/orders/{id}", "/pay");
        assertThat(parsed(DocumentUnderTest.of(new One())).getPaths().keySet()).containsExactly("/invoke");
    }

    @Test
    void itIsTheSameEachTimeAndOneMoreActionChangesNoOther() {
        assertThat(DocumentUnderTest.of(new Shop()).json()).isEqualTo(SHOP.json());
        DocumentUnderTest more = DocumentUnderTest.of(new Shop(), new One());

        for (String path : List.of("/code", "/count", "/order", "/orders/{id}", "/pay")) {
            assertThat(more.at("paths", path)).isEqualTo(SHOP.at("paths", path));
        }
        assertThat(more.at("components", "schemas")).containsAllEntriesOf(SHOP.at("components", "schemas"));
    }

    @Test
    void anOperationHasTheWordsAndTheParametersOfItsAction() {
        Operation find = parsed(SHOP).getPaths().get("/orders/{id}").getGet();

        assertThat(SHOP.at("paths", "/order", "post"))
                .containsEntry("summary", "Places an order")
                .containsEntry("description", "Checks it first.");
        assertThat(find.getRequestBody()).isNull();
        assertThat(find.getParameters().stream()
                        .map(each -> each.getIn() + " " + each.getName() + " " + each.getRequired()))
                .containsExactly(
                        "path id true",
                        "query limit false",
                        "query tag false",
                        "query from false",
                        "header X-Tenant true");
        assertThat(find.getParameters().get(1).getSchema().getMinimum()).hasToString("1");
        assertThat(find.getParameters().get(1).getSchema().getMaximum()).hasToString("50");
        assertThat(find.getParameters().get(3).getSchema().getDefault()).hasToString("2026-01-31");
    }

    @Test
    void pathsThatDifferInTheNamesOfTheirParametersAreOne() {
        Operation remove = parsed(SHOP).getPaths().get("/orders/{id}").getDelete();

        assertThat(remove.getParameters()).hasSize(1);
        assertThat(remove.getParameters().get(0).getName()).isEqualTo("id");
    }

    @Test
    void aMemberHasItsFormatItsConstraintsAndItsWords() {
        assertThat(SHOP.at("components", "schemas", "Line", "properties", "sku"))
                .containsEntry("type", "string")
                .containsEntry("minLength", 1)
                .containsEntry("maxLength", 20)
                .containsEntry("description", "What is ordered")
                .containsEntry("examples", List.of("A-1"));
        assertThat(SHOP.at("components", "schemas", "Line", "properties", "count"))
                .containsEntry("exclusiveMinimum", 0)
                .containsEntry("maximum", 100)
                .containsEntry("format", "int32");
        Map<String, Object> order = SHOP.at("components", "schemas", "Order", "properties");
        assertThat(order.get("id")).isEqualTo(Map.of("type", List.of("string", "null"), "format", "uuid"));
        assertThat(order.get("counts")).asString().contains("maxProperties=2");
        assertThat(order.get("contact")).asString().contains("format=email");
        assertThat(order.get("weight")).asString().contains("exclusiveMaximum=9.5");
        assertThat(order.get("picture")).asString().contains("contentEncoding=base64");
        assertThat(order.get("priority")).asString().contains("enum=[low, high, urgent, null]");
        assertThat(order.get("tiny")).asString().contains("minimum=-128", "maximum=127");
        assertThat(order.get("at")).isEqualTo(Map.of());
        assertThat(order.get("parent")).asString().contains("#/components/schemas/Order");
    }

    @Test
    void aPatternIsGivenWhereBothDialectsReadItAlike() {
        Map<String, Object> line = SHOP.at("components", "schemas", "Line", "properties");

        assertThat(line.get("language")).asString().contains("pattern=^(?:[a-z]{2})$");
        assertThat(line.get("possessive")).asString().doesNotContain("pattern");
    }

    @Test
    void aConstraintOfAnotherGroupIsNotGiven() {
        assertThat(SHOP.at("components", "schemas", "Line", "properties", "onUpdateOnly"))
                .doesNotContainKey("minLength");
    }

    @Test
    void subtypesAreToldApartByTheirDiscriminator() {
        Map<String, Object> payload = SHOP.at("components", "schemas", "payRequest");

        assertThat(payload.toString())
                .contains("propertyName=kind", "card=#/components/schemas/Card", "cash=#/components/schemas/Cash");
        assertThat(SHOP.at("components", "schemas", "Card")).containsEntry("required", List.of("kind"));
        assertThat(SHOP.errors("payRequest", "{\"payload\":{\"kind\":\"card\",\"number\":\"1\"}}"))
                .isEmpty();
        assertThat(SHOP.errors("payRequest", "{\"payload\":{\"kind\":\"cash\",\"number\":\"1\"}}"))
                .isNotEmpty();
        assertThat(SHOP.errors("payRequest", "{\"payload\":{\"number\":\"1\"}}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":1}} | true",
                "order | {\"payload\":{\"remark\":\"n\",\"weight\":1,\"tiny\":1}} | true",
                "order | {\"payload\":{\"weight\":1,\"tiny\":1}} | false",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":256}} | false",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":1,\"at\":1738323000.5}} | true",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":1,\"tags\":\"one\"}} | true",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":1,\"priority\":\"urgent\"}} | true",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":1,\"priority\":\"later\"}} | false",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":9.5,\"tiny\":1}} | false",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":1,\"lines\":[]}} | false",
                "order | {\"payload\":{\"note\":\"n\",\"weight\":1,\"tiny\":1,\"lines\":[null]}} | true",
                "order | {} | false",
                "count | {\"payload\":[1,null]} | true",
                "count | {} | false",
                "code | {\"payload\":\"c\"} | true",
                "code | {\"payload\":\"c\",\"token\":\"t\",\"projectId\":null,\"more\":1} | true",
                "code | {\"payload\":\"c\",\"properties\":{\"threshold\":\"0.7\",\"key\":5}} | true",
            })
    void whatTheDaemonTakesAndRefusesIsValidAndInvalid(String action, String body, boolean taken) {
        TestResponse answer = TESTER.action(action).invokeJson(body);

        assertThat(answer.status()).as(answer.json()).isEqualTo(taken ? 200 : 400);
        assertThat(SHOP.errors(action + "Request", body).isEmpty()).as(body).isEqualTo(taken);
        if (taken) {
            assertThat(SHOP.errors(action + "Answer", answer.json()))
                    .as(answer.json())
                    .isEmpty();
        }
    }

    @Test
    void propertiesAreDescribedAndSecretsAreWriteOnly() {
        assertThat(SHOP.at("components", "schemas", "orderRequest").toString())
                .contains("threshold={type=[number, string, null], description=From 0 to 1, default=0.5}")
                .contains("key={writeOnly=true}");
    }

    @Test
    void aNumberIsAnsweredAsAResultAndNothingAsAnEmptyObject() {
        assertThat(SHOP.errors("countAnswer", "{\"payload\":{\"result\":2}}")).isEmpty();
        assertThat(SHOP.errors("countAnswer", "{\"payload\":{}}")).isNotEmpty();
        assertThat(SHOP.errors("removeAnswer", "{\"payload\":{}}")).isEmpty();
        assertThat(SHOP.errors("findAnswer", "{\"payload\":{}}")).isEmpty();
        assertThat(SHOP.errors("payAnswer", "{\"payload\":\"paid\",\"outputName\":\"o\"}"))
                .isEmpty();
        assertThat(SHOP.errors("payAnswer", "{\"payload\":5}")).isNotEmpty();
    }

    @Test
    void theSharedPathTakesTheEnvelopeOfEachActionWithItsOutput() {
        Map<String, Object> shared = SHOP.at("paths", "/invoke", "post");

        assertThat(shared.toString()).contains("const=order", "#/components/schemas/orderRequest");
        assertThat(DocumentUnderTest.of(new ActionDefaults("GET", "invoke"), new Bodyless())
                        .at("paths"))
                .containsOnlyKeys("/invoke");
    }

    static final class Bodyless {
        @SkillAction
        Text now() {
            return new Text("now");
        }
    }

    @Test
    void anActionWhosePathIsTheSharedOneIsAtItsName() {
        DocumentUnderTest two = DocumentUnderTest.of(new One(), new WithAPath());

        assertThat(two.at("paths")).containsOnlyKeys("/echo", "/invoke", "/now");
        assertThat(two.at("paths", "/echo", "post")).containsEntry("operationId", "echo");
        assertThat(two.at("paths", "/invoke", "post")).containsEntry("operationId", "_invoke");
    }

    static final class WithAPath {
        @SkillAction(path = "now")
        Text now() {
            return new Text("now");
        }
    }

    @Test
    void everyErrorHasTheOneForm() {
        assertThat(SHOP.at("paths", "/order", "post", "responses"))
                .containsOnlyKeys("200", "400", "413", "415", "429", "500", "502", "504", "default");
        assertThat(SHOP.at("paths", "/orders/{id}", "get", "responses"))
                .containsOnlyKeys("200", "400", "429", "500", "502", "504", "default");
        TestResponse refused = TESTER.action("order").invokeJson("{\"payload\":{\"tiny\":true}}");
        assertThat(SHOP.errors("ErrorAnswer", refused.json())).isEmpty();
    }

    @Test
    void anExampleIsMadeUpThatTheActionTakes() {
        for (String action : List.of("pay", "count")) {
            Map<String, Object> example = SHOP.at(
                    "paths", "/" + action, "post", "requestBody", "content", "application/json", "examples", "example");
            String body = JsonCodec.write(example.get("value"));
            assertThat(TESTER.action(action).invokeJson(body).status()).as(body).isEqualTo(200);
            assertThat(SHOP.errors(action + "Request", body)).as(body).isEmpty();
        }
    }

    record Tree(@JsonProperty(required = true) Tree left, int value) {}

    static final class Endless {
        @SkillAction
        Tree grow(Tree tree) {
            return tree;
        }
    }

    @Test
    void aTypeThatNeedsItselfHasNoExample() {
        DocumentUnderTest endless = DocumentUnderTest.of(new Endless());

        parsed(endless);
        assertThat(endless.at("paths", "/invoke", "post", "requestBody", "content", "application/json"))
                .doesNotContainKey("examples");
    }
}
