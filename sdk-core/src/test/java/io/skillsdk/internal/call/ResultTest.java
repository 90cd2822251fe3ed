package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Contract: a 2xx body is a JSON object with a truthy payload. */
class ResultTest {

    record Count(int words, Instant at) {}

    record Wrapped(@JsonValue Object value) {}

    enum Colour {
        RED
    }

    static final class Returns {
        private final Supplier<Object> result;

        Returns(Supplier<Object> result) {
            this.result = result;
        }

        @SkillAction
        Object answer() {
            return result.get();
        }
    }

    private static TestResponse returning(Supplier<Object> result) {
        return SkillTester.of(new Returns(result)).invokeJson("{}");
    }

    static Stream<Arguments> results() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Stream.of(
                Arguments.of(null, "{}"),
                Arguments.of("", "{}"),
                Arguments.of(Optional.empty(), "{}"),
                Arguments.of(Optional.of(""), "{}"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(List.of(), "[]"),
                Arguments.of("text", "\"text\""),
                Arguments.of("0", "\"0\""),
                Arguments.of(0, "{\"result\":0}"),
                Arguments.of(-1.5, "{\"result\":-1.5}"),
                Arguments.of(42L, "{\"result\":42}"),
                Arguments.of(new BigDecimal("0.00"), "{\"result\":0.00}"),
                Arguments.of(true, "{\"result\":true}"),
                Arguments.of(false, "{\"result\":false}"),
                Arguments.of(new AtomicBoolean(), "{\"result\":false}"),
                Arguments.of(Optional.of(3), "{\"result\":3}"),
                Arguments.of(Double.NaN, "\"NaN\""),
                Arguments.of('x', "\"x\""),
                Arguments.of(Colour.RED, "\"RED\""),
                Arguments.of(new int[] {1, 2}, "[1,2]"),
                Arguments.of(Arrays.asList(1, null), "[1,null]"),
                Arguments.of(new Count(2, Instant.EPOCH), "{\"words\":2,\"at\":\"1970-01-01T00:00:00Z\"}"),
                Arguments.of(new Wrapped(0), "{\"result\":0}"),
                Arguments.of(new Wrapped(""), "{}"),
                Arguments.of(new Wrapped(null), "{}"),
                Arguments.of(json.nullNode(), "{}"),
                Arguments.of(json.numberNode(7), "{\"result\":7}"),
                Arguments.of(json.booleanNode(false), "{\"result\":false}"),
                Arguments.of(json.objectNode(), "{}"),
                Arguments.of(Map.of("async", true, "success", false).get("async"), "{\"result\":true}"),
                Arguments.of("ä€😀", "\"ä€😀\""));
    }

    @ParameterizedTest
    @MethodSource("results")
    void aResultBecomesAPayloadThatTheGatewayTakes(Object result, String payload) {
        TestResponse answer = returning(() -> result);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo("{\"payload\":" + payload + "}");
    }

    @Test
    void anOutputNameGoesNextToThePayload() {
        TestResponse answer = returning(() -> SkillResponse.to("rejected", Map.of("a", 1)));
        assertThat(answer.json()).isEqualTo("{\"payload\":{\"a\":1},\"outputName\":\"rejected\"}");
        assertThat(answer.outputName()).contains("rejected");
    }

    @Test
    void aResponseWithoutOutputNameHasNone() {
        assertThat(returning(() -> SkillResponse.of("a")).json()).isEqualTo("{\"payload\":\"a\"}");
        assertThat(returning(() -> SkillResponse.to("", "a")).json()).isEqualTo("{\"payload\":\"a\"}");
    }

    @Test
    void aResponsesPayloadIsNormalisedToo() {
        assertThat(returning(() -> SkillResponse.to("out", 0)).json())
                .isEqualTo("{\"payload\":{\"result\":0},\"outputName\":\"out\"}");
        assertThat(returning(SkillResponse::ignore).json()).isEqualTo("{\"payload\":{},\"outputName\":\"ignore\"}");
    }

    @Test
    void theGatewaysOwnKeysStayWithinThePayload() {
        assertThat(returning(() -> Map.of("success", false)).json()).isEqualTo("{\"payload\":{\"success\":false}}");
    }

    static final class Later {
        final CompletableFuture<SkillResponse<Integer>> future = new CompletableFuture<>();

        @SkillAction
        CompletionStage<SkillResponse<Integer>> later() {
            return future;
        }

        @SkillAction
        CompletableFuture<String> now() {
            return CompletableFuture.completedFuture("now");
        }

        @SkillAction
        void nothing() {}

        @SkillAction
        CompletionStage<Void> nothingLater() {
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void aStageAnswersWhenItCompletes() {
        Later action = new Later();
        CompletableFuture.runAsync(() -> action.future.complete(SkillResponse.to("out", 5)));
        assertThat(SkillTester.of(action).action("later").invokeJson("{}").json())
                .isEqualTo("{\"payload\":{\"result\":5},\"outputName\":\"out\"}");
        assertThat(SkillTester.of(action).action("now").invokeJson("{}").json()).isEqualTo("{\"payload\":\"now\"}");
    }

    @Test
    void nothingIsAnEmptyPayload() {
        SkillTester tester = SkillTester.of(new Later());
        assertThat(tester.action("nothing").invokeJson("{}").json()).isEqualTo("{\"payload\":{}}");
        assertThat(tester.action("nothingLater").invokeJson("{}").json()).isEqualTo("{\"payload\":{}}");
    }

    static final class Leaks {
        @SkillAction
        Object envelope(SkillRequest<Object> request) {
            return request;
        }

        @SkillAction
        Object properties(SkillContext context) {
            return Map.of("p", context.properties());
        }
    }

    @Test
    void anEnvelopeAsResultHasNeitherTokenNorProperties() {
        TestResponse answer = SkillTester.of(new Leaks()).action("envelope").invokeJson("""
                {"payload":{"a":1},"token":"the.token","properties":{"p":"hush-hush"},"activationId":"a-1"}""");
        assertThat(answer.json()).isEqualTo("{\"payload\":{\"activationId\":\"a-1\",\"payload\":{\"a\":1}}}");
    }

    @Test
    void propertiesCannotBePartOfAResult() {
        TestResponse answer = SkillTester.of(new Leaks())
                .action("properties")
                .property("p", "hush-hush")
                .invoke(Map.of());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json()).doesNotContain("hush-hush");
    }

    static final class Cycle {
        public Cycle self = this;
    }

    static final class Throwing {
        public String getText() {
            throw new IllegalStateException("from a getter");
        }
    }

    static Stream<Object> unwritable() {
        Iterable<Integer> endless = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                return 1;
            }
        };
        return Stream.of(new Cycle(), new Throwing(), endless, "x".repeat(600_000), SkillProperties.of(Map.of("a", 1)));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void aResultThatCannotBeWrittenIsAnErrorOfThisCallAlone(Object result) {
        TestResponse answer = returning(() -> result);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.error().detail()).startsWith("The action 'answer' failed.");
        assertThat(answer.json()).doesNotContain("Exception", "getter");
    }
}
