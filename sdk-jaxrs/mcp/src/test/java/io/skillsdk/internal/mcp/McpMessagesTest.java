package io.skillsdk.internal.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.daemon.SkillDaemon;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the protocol as they are on the wire, by any client. */
class McpMessagesTest {

    record Item(@SkillParameter(required = true) String name, int count) {}

    public static final class Store {
        @SkillAction
        Map<String, Object> add(Item item) {
            return Map.of("name", item.name(), "count", item.count());
        }

        @SkillAction(path = "items/{id}", method = HttpMethod.GET)
        Map<String, Object> find(
                @PathParameter("id") long id,
                @QueryParameter("depth") int depth,
                @QueryParameter("tags") List<String> tags,
                @QueryParameter("all") boolean all) {
            return Map.of("id", id, "depth", depth, "tags", tags, "all", all);
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = SkillDaemon.builder(new Store()).host("127.0.0.1").port(0).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static Response post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(byte[] body) {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .accept("application/json, text/event-stream")
                .body(body)
                .post("/mcp");
    }

    private static JsonPath answered(String body) {
        Response response = post(body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        JsonPath answer = response.jsonPath();
        assertThat(answer.getString("jsonrpc")).isEqualTo("2.0");
        return answer;
    }

    private static JsonPath call(String tool, String arguments) {
        return answered("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}");
    }

    private static String text(JsonPath answer) {
        return answer.getString("result.content[0].text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a-1\"", "0", "-5", "9007199254740991", "\"\""})
    void anAnswerHasTheIdOfItsRequestAsItWas(String id) {
        String answer = post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}")
                .asString();
        assertThat(answer).contains("\"id\":" + id).contains("\"result\"");
    }

    @ParameterizedTest
    @CsvSource({"no/such, -32601", "resources/list, -32601", "'', -32601"})
    void aMethodThatThereIsNotIsSaidSo(String method, int code) {
        JsonPath answer = answered("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"" + method + "\"}");
        assertThat(answer.getInt("error.code")).isEqualTo(code);
        assertThat(answer.getString("id")).isEqualTo("x");
    }

    /** The protocol: a call of what is no tool is an error of the protocol, not of the tool. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"none\",\"arguments\":{}}",
                "{\"name\":\"\"}",
                "{}",
                "{\"arguments\":{}}",
                "[]",
                "5",
                "null",
                "{\"name\":\"add\",\"arguments\":[1]}",
                "{\"name\":\"add\",\"arguments\":\"x\"}",
                "{\"name\":5}"
            })
    void aCallOfWhatIsNoToolIsAnErrorOfTheProtocol(String params) {
        JsonPath answer =
                answered("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":" + params + "}");
        assertThat(answer.getInt("error.code")).isEqualTo(-32602);
        assertThat(answer.getInt("id")).isEqualTo(7);
        assertThat(answer.getString("error.message")).doesNotContain("java.", "io.skillsdk", "NullPointer", "Jackson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/none\",\"params\":{\"a\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":\"m\"}}"
            })
    void whatNeedsNoAnswerIsAcceptedWithoutOne(String message) {
        Response response = post(message);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.asByteArray()).isEmpty();
    }

    /** Batches are gone from the protocol; and an id must not be null. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "5",
                "null",
                "{",
                "{}",
                "\"x\"",
                "{\"id\":1}",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}"
            })
    void whatIsNotAMessageIsRefused(String body) {
        Response response = post(body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getInt("error.code")).isEqualTo(-32700);
        assertThat(response.asString()).contains("\"id\":null");
    }

    @Test
    void anyBytesAreAnsweredInTheTermsOfTheProtocol() {
        List<String> pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"jsonrpc\":\"2.0\"",
                "\"id\":1",
                "\"id\":\"x\"",
                "\"method\":\"ping\"",
                "\"method\":\"tools/list\"",
                "\"method\":\"tools/call\"",
                "\"params\":{}",
                "\"params\":",
                "null",
                "{}",
                "\"name\":\"add\"",
                "\"arguments\":{\"name\":\"n\"}",
                "é",
                "1e999",
                "\u0000",
                " ");
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            StringBuilder body = new StringBuilder(random.nextBoolean() ? "{\"jsonrpc\":\"2.0\",\"id\":1" : "");
            for (int i = random.nextInt(7); i > 0; i--) {
                body.append(random.nextBoolean() ? "," : "").append(pieces.get(random.nextInt(pieces.size())));
            }
            body.append(random.nextBoolean() ? "}" : "");
            Response response = post(body.toString());
            assertThat(response.statusCode()).as("seed %d: %s", seed, body).isIn(200, 202, 400);
            assertThat(response.asString())
                    .as("seed %d: %s", seed, body)
                    .doesNotContain("\tat ", "java.lang", "tools.jackson");
            if (response.statusCode() != 202) {
                assertThat(response.jsonPath().getString("jsonrpc"))
                        .as("seed %d", seed)
                        .isEqualTo("2.0");
            }
        }
        assertThat(post(new byte[] {'{', (byte) 0xff, (byte) 0xfe}).statusCode())
                .isEqualTo(400);
    }

    /** JSON knows no integers: a model may write 2.0 for 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":7,\"depth\":2,\"tags\":[\"a\",\"b\"],\"all\":true}",
                "{\"id\":7.0,\"depth\":2.0,\"tags\":[\"a\",\"b\"],\"all\":true}",
                "{\"id\":\"7\",\"depth\":\"2\",\"tags\":[\"a\",\"b\"],\"all\":\"true\"}",
                "{\"id\":7e0,\"depth\":20e-1,\"tags\":[\"a\",null,\"b\"],\"all\":true}"
            })
    void argumentsOfParametersMayBeWrittenAsJsonLikes(String arguments) {
        JsonPath answer = call("find", arguments);
        assertThat(answer.getBoolean("result.isError")).as(text(answer)).isFalse();
        assertThat(answer.getMap("result.structuredContent.payload"))
                .isEqualTo(Map.of("id", 7, "depth", 2, "tags", List.of("a", "b"), "all", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"x\"} | id",
                "{\"id\":7.5} | id",
                "{\"id\":1e30} | id",
                "{\"id\":7,\"depth\":\"deep\"} | depth",
                "{\"id\":7,\"depth\":{\"a\":1}} | depth",
                "{\"id\":7,\"all\":5} | all"
            })
    void anArgumentThatDoesNotFitIsNamed(String arguments, String name) {
        JsonPath answer = call("find", arguments);
        assertThat(answer.getBoolean("result.isError")).isTrue();
        assertThat(text(answer).lines().skip(1)).anyMatch(line -> line.startsWith(name + " "));
    }

    @Test
    void withoutArgumentsWhatIsRequiredIsNamed() {
        for (String arguments : List.of("{}", "null", "{\"count\":1}")) {
            JsonPath answer = call("add", arguments);
            assertThat(answer.getBoolean("result.isError")).isTrue();
            assertThat(text(answer)).contains("name is required");
        }
        JsonPath found = call("find", "{}");
        assertThat(found.getBoolean("result.isError")).isTrue();
        assertThat(text(found)).contains("id");
    }
}
