package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillRequest;
import io.skillsdk.testing.SkillTester;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayloadBindingTest {

    enum Colour {
        RED,
        GREEN
    }

    record Point(int x, int y) {}

    record Page<T>(List<T> items, Optional<String> next) {}

    record Everything(
            String text,
            int whole,
            Long big,
            double number,
            BigDecimal exact,
            boolean flag,
            Colour colour,
            Point point,
            Page<Point> page,
            Optional<String> maybe,
            Optional<Integer> perhaps,
            Instant instant,
            LocalDate day,
            Duration length,
            List<String> list,
            Set<Integer> set,
            Map<String, Point> map,
            @JsonProperty("other-name") String renamed) {}

    static final class EverythingAction {
        private Everything seen;

        @SkillAction
        void take(Everything payload) {
            seen = payload;
        }
    }

    @Test
    void aRecordBindsWithAllKindsOfComponents() {
        EverythingAction action = new EverythingAction();
        assertThat(SkillTester.of(action).invokeJson("""
                {"payload": {"text": "t", "whole": 1, "big": 9007199254740993, "number": 1.5, "exact": 0.1, "flag": true,
                 "colour": "GREEN", "point": {"x": 1, "y": 2}, "page": {"items": [{"x": 3, "y": 4}]},
                 "maybe": "m", "instant": "2026-01-31T12:30:00Z", "day": "2026-01-31", "length": "PT30S",
                 "list": ["a"], "set": [1, 1], "map": {"k": {"x": 5, "y": 6}}, "other-name": "r", "unknown": 1}}
                """).status()).isEqualTo(200);
        assertThat(action.seen)
                .isEqualTo(new Everything(
                        "t",
                        1,
                        9007199254740993L,
                        1.5,
                        new BigDecimal("0.1"),
                        true,
                        Colour.GREEN,
                        new Point(1, 2),
                        new Page<>(List.of(new Point(3, 4)), Optional.empty()),
                        Optional.of("m"),
                        Optional.empty(),
                        Instant.parse("2026-01-31T12:30:00Z"),
                        LocalDate.of(2026, 1, 31),
                        Duration.ofSeconds(30),
                        List.of("a"),
                        Set.of(1),
                        Map.of("k", new Point(5, 6)),
                        "r"));
    }

    public static final class Bean {
        public String text = "default";
        private int limit = 10;

        public void setLimit(int limit) {
            this.limit = limit;
        }
    }

    static final class BeanAction {
        @SkillAction
        String take(Bean payload) {
            return payload.text + payload.limit;
        }
    }

    @Test
    void aClassBindsAndKeepsItsDefaults() {
        SkillTester tester = SkillTester.of(new BeanAction());
        assertThat(tester.invokeJson("{\"payload\":{\"limit\":3}}").json()).isEqualTo("{\"payload\":\"default3\"}");
        assertThat(tester.invokeJson("{\"payload\":{}}").json()).isEqualTo("{\"payload\":\"default10\"}");
    }

    static final class Kinds {
        @SkillAction
        Object map(Map<String, Object> payload) {
            return payload;
        }

        @SkillAction
        Object list(List<Point> payload) {
            return payload.get(0).y();
        }

        @SkillAction
        Object text(String payload) {
            return payload + "!";
        }

        @SkillAction
        Object whole(int payload) {
            return payload + 1;
        }

        @SkillAction
        Object number(Double payload) {
            return payload / 2;
        }

        @SkillAction
        Object tree(JsonNode payload) {
            return payload.path("a").path("b").asInt(0);
        }

        @SkillAction
        Object generic(Page<Point> payload) {
            return payload.items().get(0).x();
        }

        @SkillAction
        Object enveloped(SkillRequest<List<Point>> request) {
            return request.payload().get(0).x();
        }

        @SkillAction
        Object anything(SkillRequest<?> request) {
            return request.payload();
        }

        @SkillAction
        Object chained(SkillRequest<SkillRequest<Point>> request) {
            return request.payload().payload().x()
                    + request.payload().activationId().orElseThrow();
        }

        @SkillAction
        Object optional(Optional<Point> payload) {
            return payload.isPresent();
        }

        @SkillAction
        Object array(int[] payload) {
            return payload.length;
        }
    }

    private static String answer(String action, String payload) {
        return SkillTester.of(new Kinds())
                .action(action)
                .invokeJson("{\"payload\":" + payload + "}")
                .json();
    }

    @Test
    void mapsListsTextNumbersAndTreesBind() {
        assertThat(answer("map", "{\"a\":1}")).isEqualTo("{\"payload\":{\"a\":1}}");
        assertThat(answer("list", "[{\"x\":1,\"y\":2}]")).isEqualTo("{\"payload\":{\"result\":2}}");
        assertThat(answer("text", "\"hi\"")).isEqualTo("{\"payload\":\"hi!\"}");
        assertThat(answer("whole", "41")).isEqualTo("{\"payload\":{\"result\":42}}");
        assertThat(answer("number", "3")).isEqualTo("{\"payload\":{\"result\":1.5}}");
        assertThat(answer("tree", "{\"a\":{\"b\":7}}")).isEqualTo("{\"payload\":{\"result\":7}}");
        assertThat(answer("generic", "{\"items\":[{\"x\":9,\"y\":0}]}")).isEqualTo("{\"payload\":{\"result\":9}}");
        assertThat(answer("array", "[1,2]")).isEqualTo("{\"payload\":{\"result\":2}}");
    }

    @Test
    void aTypedEnvelopeBindsItsPayload() {
        assertThat(answer("enveloped", "[{\"x\":8,\"y\":0}]")).isEqualTo("{\"payload\":{\"result\":8}}");
        assertThat(answer("anything", "[1,\"a\"]")).isEqualTo("{\"payload\":[1,\"a\"]}");
    }

    @Test
    void anEnvelopeWithinAnEnvelopeBinds() {
        assertThat(answer("chained", "{\"payload\":{\"x\":8,\"y\":0},\"activationId\":\"-in\",\"token\":\"t\"}"))
                .isEqualTo("{\"payload\":\"8-in\"}");
    }

    @Test
    void anAbsentOrNullPayloadReadsAsAnEmptyObject() {
        SkillTester tester = SkillTester.of(new Kinds());
        assertThat(tester.action("map").invokeJson("{}").json()).isEqualTo("{\"payload\":{}}");
        assertThat(tester.action("map").invokeJson("{\"payload\":null}").json()).isEqualTo("{\"payload\":{}}");
        assertThat(tester.action("tree").invokeJson("{}").json()).isEqualTo("{\"payload\":{\"result\":0}}");
        assertThat(tester.action("anything").invokeJson("{}").json()).isEqualTo("{\"payload\":{}}");
    }

    @Test
    void anAbsentPayloadIsAnEmptyOptional() {
        SkillTester tester = SkillTester.of(new Kinds()).action("optional");
        assertThat(tester.invokeJson("{}").json()).isEqualTo("{\"payload\":{\"result\":false}}");
        assertThat(tester.invokeJson("{\"payload\":{\"x\":1,\"y\":2}}").json())
                .isEqualTo("{\"payload\":{\"result\":true}}");
    }

    abstract static class Base<P> {
        @SkillAction
        public Object take(P payload) {
            return describe(payload);
        }

        abstract Object describe(P payload);
    }

    static final class Concrete extends Base<Point> {
        @Override
        Object describe(Point payload) {
            return payload.x() + payload.y();
        }
    }

    @Test
    void aTypeVariableOfASuperclassIsResolved() {
        assertThat(SkillTester.of(new Concrete()).invoke(new Point(1, 2)).json())
                .isEqualTo("{\"payload\":{\"result\":3}}");
    }
}
