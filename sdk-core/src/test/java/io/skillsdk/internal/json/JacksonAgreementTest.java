package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * What plain Jackson reads of a class is read with the same value, however the class says how it is made; beside a fault the rest of it
 * is told of as sound, and with the fault fixed all of it is taken.
 */
class JacksonAgreementTest {

    enum Unit {
        @JsonProperty("kg")
        KILOS,
        @JsonAlias({"t", "ton"})
        TONS
    }

    record Delegating(@JsonValue Map<String, Integer> all) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Delegating {}
    }

    record Text(@JsonValue String text) {
        @JsonCreator
        static Text of(String text) {
            return new Text(text);
        }
    }

    static final class Several {
        @JsonValue
        final String told;

        private Several(String told) {
            this.told = told;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Several of(int number) {
            return new Several("number " + number);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Several of(String text) {
            return new Several("text " + text);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Several of(boolean flag) {
            return new Several("flag " + flag);
        }
    }

    record Holder(Text text, @Nullable Several several, List<Text> texts, Map<String, Delegating> map) {}

    static final class Properties {
        private final int size;
        private final String name;

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Properties(@JsonProperty("size") int size, @JsonProperty("name") String name) {
            this.size = size;
            this.name = name;
        }

        public int getSize() {
            return size;
        }

        public String getName() {
            return name;
        }

        public @Nullable Unit unit;
    }

    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
    static final class Fields {
        private int a;
        private @Nullable Fields next;

        public int getB() {
            return a;
        }
    }

    static final class Parent {
        public @Nullable String name;

        @JsonManagedReference
        public @Nullable List<Child> children;
    }

    static final class Child {
        public int age;

        @JsonBackReference
        public @Nullable Parent parent;
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class, property = "@id")
    static final class Identified {
        public int n;
        public @Nullable Identified other;
    }

    static final class Merging {
        @JsonMerge
        public Map<String, Integer> map = new TreeMap<>(Map.of("base", 1));

        @JsonMerge
        public List<Integer> list = new ArrayList<>(List.of(1));

        @JsonSetter(nulls = Nulls.SKIP)
        public String kept = "kept";

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        public @Nullable List<Integer> empty;

        @JsonSetter(contentNulls = Nulls.SKIP)
        public @Nullable List<Integer> without;
    }

    static final class AnyBean {
        public int known;
        private final Map<String, Object> others = new LinkedHashMap<>();

        @JsonAnySetter
        void put(String name, Object value) {
            others.put(name, value);
        }

        @JsonAnyGetter
        Map<String, Object> others() {
            return others;
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonRootName("ignored")
    record Named(
            int shoeSize,
            @JsonProperty("Given") String firstName,
            @JsonUnwrapped(prefix = "at_") @Nullable Place lastPlace) {}

    record Place(@Nullable Integer x, @Nullable Integer y) {}

    interface Public {}

    record Viewed(
            @JsonView(Public.class) int open, @Nullable String closed) {}

    record Injected(
            @JacksonInject(optional = OptBoolean.TRUE, useInput = OptBoolean.TRUE) @Nullable String by,

            int n) {}

    @JsonDeserialize(builder = Built.Maker.class)
    record Built(int size, List<Unit> units) {
        @JsonPOJOBuilder(withPrefix = "having", buildMethodName = "make")
        static final class Maker {
            private int size;
            private List<Unit> units = List.of();

            public Maker havingSize(int value) {
                size = value;
                return this;
            }

            @JsonProperty("of")
            public Maker havingUnits(List<Unit> value) {
                units = value;
                return this;
            }

            public Built make() {
                return new Built(size, units);
            }
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"b", "a"})
    record Row(int a, @Nullable Unit b) {}

    record Box<T extends Comparable<T>>(T value, List<? extends T> more, Optional<Box<T>> inner) {}

    record Boxes(Box<Integer> numbers, Box<String> texts, Map<Unit, ? super Integer> any) {}

    record Mapped(EnumMap<Unit, List<Row>> byUnit, Map<Text, Integer> byText) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = Walk.class)
    @JsonSubTypes({@JsonSubTypes.Type(Drive.class), @JsonSubTypes.Type(Walk.class)})
    interface Way {}

    record Drive(String car, int km) implements Way {}

    record Walk(int steps) implements Way {}

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "type",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Seen.class, name = "seen"),
        @JsonSubTypes.Type(value = Seen.class, name = "noticed")
    })
    interface Visible {}

    record Seen(String type, int n) implements Visible {}

    record Case(Class<?> type, String sound, String broken, String field) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(Delegating.class, "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":\"x\"}", "payload.b"),
                new Case(
                        Holder.class,
                        "{\"text\":\"a\",\"several\":5,\"texts\":[\"b\"],\"map\":{\"c\":{\"d\":1}}}",
                        "{\"text\":\"a\",\"several\":[],\"texts\":[\"b\"],\"map\":{\"c\":{\"d\":1}}}",
                        "payload.several"),
                new Case(Several.class, "true", "{}", "payload"),
                new Case(Several.class, "\"x\"", "[\"x\"]", "payload"),
                new Case(
                        Properties.class,
                        "{\"unit\":\"kg\",\"name\":\"a\",\"size\":1}",
                        "{\"unit\":\"KILOS\",\"name\":\"a\",\"size\":1}",
                        "payload.unit"),
                new Case(
                        Fields.class,
                        "{\"next\":{\"a\":2},\"a\":1}",
                        "{\"next\":{\"a\":\"2\"},\"a\":1}",
                        "payload.next.a"),
                new Case(
                        Parent.class,
                        "{\"name\":\"p\",\"children\":[{\"age\":1},{\"age\":2}]}",
                        "{\"name\":\"p\",\"children\":[{\"age\":1},{\"age\":null}]}",
                        "payload.children[1].age"),
                new Case(
                        Identified.class,
                        "{\"@id\":1,\"n\":1,\"other\":{\"@id\":2,\"n\":2,\"other\":1}}",
                        "{\"@id\":1,\"n\":1,\"other\":{\"@id\":2,\"n\":true,\"other\":1}}",
                        "payload.other.n"),
                new Case(
                        Merging.class,
                        "{\"map\":{\"b\":2},\"list\":[2],\"kept\":null,\"empty\":null,\"without\":[1,null,2]}",
                        "{\"map\":{\"b\":\"2\"},\"list\":[2],\"kept\":null,\"empty\":null,\"without\":[1,null,2]}",
                        "payload.map.b"),
                new Case(
                        AnyBean.class,
                        "{\"x\":[1,{\"y\":null}],\"known\":1,\"\":true}",
                        "{\"x\":[1,{\"y\":null}],\"known\":\"1\",\"\":true}",
                        "payload.known"),
                new Case(
                        Named.class,
                        "{\"shoe_size\":43,\"Given\":\"a\",\"at_x\":1,\"at_y\":2,\"more\":[]}",
                        "{\"shoe_size\":43,\"Given\":\"a\",\"at_x\":1,\"at_y\":\"2\",\"more\":[]}",
                        "payload.at_y"),
                new Case(Viewed.class, "{\"open\":1,\"closed\":\"c\"}", "{\"open\":1,\"closed\":5}", "payload.closed"),
                new Case(Injected.class, "{\"by\":\"me\",\"n\":1}", "{\"by\":{},\"n\":1}", "payload.by"),
                new Case(
                        Built.class,
                        "{\"of\":[\"kg\",\"ton\"],\"size\":2}",
                        "{\"of\":[\"kg\",\"x\"],\"size\":2}",
                        "payload.of[1]"),
                new Case(Row.class, "[\"t\",5]", "[\"t\",\"5\"]", "payload[1]"),
                new Case(Boxes.class, """
                        {"numbers":{"value":1,"more":[2],"inner":{"value":3,"more":[],"inner":null}},
                         "texts":{"value":"a","more":["b"],"inner":null},"any":{"kg":1}}""", """
                        {"numbers":{"value":1,"more":[2],"inner":{"value":3,"more":[],"inner":null}},
                         "texts":{"value":"a","more":[5],"inner":null},"any":{"kg":1}}""", "payload.texts.more[0]"),
                new Case(
                        Mapped.class,
                        "{\"byUnit\":{\"kg\":[[\"kg\",1]],\"TONS\":[]},\"byText\":{\"a\":1}}",
                        "{\"byUnit\":{\"kg\":[[\"kg\",1]],\"none\":[]},\"byText\":{\"a\":1}}",
                        "payload.byUnit.none"),
                new Case(Way.class, "{\"km\":5,\"car\":\"a\"}", "{\"km\":null,\"car\":\"a\"}", "payload.km"),
                new Case(Way.class, "{\"steps\":5}", "{\"steps\":\"5\"}", "payload.steps"),
                new Case(
                        Visible.class,
                        "{\"n\":5,\"type\":\"noticed\"}",
                        "{\"n\":[],\"type\":\"noticed\"}",
                        "payload.n"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatJacksonReadsIsReadWithTheSameValue(Case the) {
        Binding binding = Binding.of(the.type());
        assertThat(binding.faults(the.sound())).isEmpty();
        assertThat(binding.echoed(the.sound()).replaceFirst("^\\{\"result\":(.*)}$", "$1"))
                .isEqualTo(binding.plain(the.sound()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFaultThatIsThereIsNamedAndNoOther(Case the) {
        assertThat(Binding.of(the.type()).fields(the.broken())).containsExactly(the.field());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsReadIsRightByTheSchema(Case the) {
        assertThat(Binding.of(the.type()).schemaErrors(the.sound())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMemberThatNobodyKnowsChangesNothing(Case the) {
        if (the.sound().startsWith("{") && the.type() != Delegating.class && the.type() != AnyBean.class) {
            Binding binding = Binding.of(the.type());
            String more = "{\"nobody knows\":[{}]," + the.sound().substring(1);
            assertThat(binding.echoed(more)).isEqualTo(binding.echoed(the.sound()));
            assertThat(binding.fields("{\"nobody knows\":[{}]," + the.broken().substring(1)))
                    .containsExactly(the.field());
        }
    }
}
