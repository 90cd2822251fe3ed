package io.skillsdk.internal.json.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.json.Binding;
import io.skillsdk.internal.json.EnvelopeReader;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** A payload is required by the document exactly where a call without one is refused. */
class PayloadSchemasTest {

    record Needed(int n) {}

    record Free(@Nullable String text, @Nullable Integer n) {}

    static final class Bean {
        public int n = 5;
    }

    enum Level {
        LOW
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = One.class, name = "one"))
    interface Choice {}

    record One(int n) implements Choice {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = Other.class)
    @JsonSubTypes(@JsonSubTypes.Type(value = Other.class, name = "other"))
    interface WithDefault {}

    record Other(@Nullable Integer n) implements WithDefault {}

    static Stream<Type> types() {
        return Stream.of(
                Needed.class,
                Free.class,
                Bean.class,
                Level.class,
                Choice.class,
                WithDefault.class,
                String.class,
                int.class,
                boolean.class,
                double.class,
                Integer.class,
                LocalDate.class,
                int[].class,
                OptionalInt.class,
                OptionalLong.class,
                OptionalDouble.class,
                Object.class,
                JsonNode.class,
                Map.class,
                List.class,
                new TypeReference<Optional<Needed>>() {}.getType(),
                new TypeReference<Optional<Integer>>() {}.getType(),
                new TypeReference<Map<Integer, Needed>>() {}.getType(),
                new TypeReference<List<Needed>>() {}.getType(),
                new TypeReference<SkillRequest<Free>>() {}.getType());
    }

    private static boolean takesNone(PayloadType type, String body) throws PayloadFailure {
        try {
            new EnvelopeReader(type).read(body.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (UnreadableBodyException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void itIsRequiredWhereACallWithoutItIsRefused(Type type) throws Exception {
        PayloadType payload = PayloadType.of(type);
        boolean required = new PayloadSchemas(new JsonSchemas(), payload, true).isRequired();
        assertThat(required).isEqualTo(!takesNone(payload, "{}"));
        assertThat(required).isEqualTo(!takesNone(payload, "{\"payload\":null}"));
    }

    @Test
    void anActionThatTakesNoneRequiresNone() {
        PayloadSchemas none = new PayloadSchemas(new JsonSchemas(), PayloadType.of(Needed.class), false);
        assertThat(none.isRequired()).isFalse();
        assertThat(none.schema()).containsKey("anyOf");
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class, property = "@id")
    static final class Node {
        public int n;
        public @Nullable Node next;
        public @Nullable List<Node> all;
    }

    @Test
    void anIdMayStandForAnObjectWithinOthers() {
        Binding node = Binding.of(Node.class);
        String sent = "{\"@id\":1,\"n\":1,\"next\":{\"@id\":2,\"n\":2,\"next\":1},\"all\":[1,2]}";
        assertThat(node.takes(sent)).isTrue();
        assertThat(node.schemaErrors(sent)).isEmpty();
        assertThat(node.schemaErrors("{\"n\":\"x\"}")).isNotEmpty();
    }

    record Circle(int radius) {}

    record Page<T>(List<T> items, @Nullable Page<T> next) {}

    record Pages(
            Page<Circle> circles,
            Page<String> texts,
            @Nullable Map<String, Page<Circle[]>> more) {}

    static final class Outer {
        record Circle(String name) {}
    }

    record Both(Circle circle, Outer.Circle other, Circle again) {}

    @Test
    void eachTypeHasASchemaOfItsOwnWhateverItsName() {
        JsonSchemas schemas = new JsonSchemas();
        schemas.of(PayloadType.of(Both.class).shape(), Direction.READ);
        assertThat(schemas.components()).containsOnlyKeys("Both", "Circle", "Circle2");
        assertThat(schemas.components().get("Circle").toString()).contains("radius");
        assertThat(schemas.components().get("Circle2").toString()).contains("name");
        schemas.of(PayloadType.of(Circle.class).shape(), Direction.WRITTEN);
        assertThat(schemas.components()).containsKey("CircleResult").hasSize(4);
    }

    @Test
    void aGenericTypeIsNamedByWhatIsInIt() {
        JsonSchemas schemas = new JsonSchemas();
        schemas.of(PayloadType.of(Pages.class).shape(), Direction.READ);
        assertThat(schemas.components())
                .containsOnlyKeys("Pages", "PageOfCircle", "Circle", "PageOfString", "PageOfCircleList");
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        JsonSchemas schemas = new JsonSchemas();
        assertThat(schemas.add("a b", Map.of())).containsValue("#/components/schemas/a_b");
        assertThat(schemas.add("a/b", Map.of())).containsValue("#/components/schemas/a_b2");
        assertThat(schemas.add("ä", Map.of())).containsValue("#/components/schemas/_");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Twice.class, name = "one"),
        @JsonSubTypes.Type(value = Twice.class, name = "two")
    })
    interface Named {}

    record Twice(int n) implements Named {}

    @Test
    void aSubtypeThatGoesByTwoNamesIsRightUnderBoth() {
        Binding named = Binding.of(new TypeReference<List<Named>>() {});
        assertThat(named.schemaErrors("[{\"kind\":\"one\",\"n\":1},{\"kind\":\"two\",\"n\":2}]"))
                .isEmpty();
        assertThat(named.schemaErrors("[{\"kind\":\"three\",\"n\":1}]")).isNotEmpty();
    }
}
