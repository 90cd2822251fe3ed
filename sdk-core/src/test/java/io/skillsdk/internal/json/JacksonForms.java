package io.skillsdk.internal.json;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/** Classes that say in all the ways of Jackson how they are made. */
final class JacksonForms {

    private JacksonForms() {}

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
}
