package io.skillsdk.internal.json.generated;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.skillsdk.SkillParameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/** Types that are bound in every way that is not polymorphic. */
final class Shapes {

    private Shapes() {}

    record Point(int x, int y) {}

    static final class Spot {
        public int x;
        public int y;
    }

    static final class Primitives {
        public byte small;
        public boolean flag;
        public double real;
        public double @Nullable [] reals;
        public @Nullable List<Byte> bytes;
        public @Nullable OptionalDouble perhaps;
        private int whole;

        public int getWhole() {
            return whole;
        }

        public void setWhole(int whole) {
            this.whole = whole;
        }
    }

    record Keys(Map<Byte, Integer> small, Map<Double, Integer> real) {}

    record Aliased(
            @JsonAlias({"txt", "t"}) @SkillParameter(required = true)
            String text,

            int n) {}

    record Unwrapped(
            @JsonUnwrapped(prefix = "at-") Point at,
            @JsonUnwrapped Named2 name,
            int floor) {}

    record Named2(String first, String last) {}

    static final class UnwrappedBean {
        @JsonUnwrapped
        public @Nullable Point at;

        public int floor;
    }

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    record Kebab(int shoeSize, Point lastPlace) {}

    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    static final class Camel {
        public int shoeSize;
        public @Nullable String lastName;
    }

    static final class Kilos extends ValueDeserializer<Integer> {
        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            return text.endsWith("kg")
                    ? Integer.valueOf(text.replace("kg", ""))
                    : context.<Integer>reportInputMismatch(this, "a weight must end with kg");
        }
    }

    static final class ToKilos extends ValueSerializer<Integer> {
        @Override
        public void serialize(Integer value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value + "kg");
        }
    }

    record Weighed(
            @JsonDeserialize(using = Kilos.class) @JsonSerialize(using = ToKilos.class)
            Integer weight,

            @JsonDeserialize(contentUsing = Kilos.class) @JsonSerialize(contentUsing = ToKilos.class)
            List<Integer> all,

            int n) {}

    /** Reads a point from an object or from "x/y": a reader that tries one form and then another. */
    static final class EitherReader extends ValueDeserializer<Either> {
        @Override
        public Either deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken().isStructStart()) {
                return new Either(context.readValue(parser, Point.class));
            }
            String[] parts = parser.getString().split("/", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a place must be of the form x/y");
            }
            return new Either(new Point(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        }
    }

    @JsonDeserialize(using = EitherReader.class)
    record Either(@JsonValue Point point) {}

    static final class FromText extends StdConverter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            if (!text.startsWith("day ")) {
                throw new IllegalArgumentException("must begin with day");
            }
            return LocalDate.of(2026, 1, Integer.parseInt(text.substring(4)));
        }
    }

    static final class ToText extends StdConverter<LocalDate, String> {
        @Override
        public String convert(LocalDate day) {
            return "day " + day.getDayOfMonth();
        }
    }

    record Converted(
            @JsonDeserialize(converter = FromText.class) @JsonSerialize(converter = ToText.class)
            LocalDate day,

            int n) {}

    static final class Mixed {
        private final int size;
        private @Nullable Point point;
        public @Nullable String open;

        @JsonCreator
        Mixed(@JsonProperty(value = "size", required = true) int size) {
            this.size = size;
        }

        public int getSize() {
            return size;
        }

        public @Nullable Point getPoint() {
            return point;
        }

        public void setPoint(Point value) {
            if (value.x() < 0) {
                throw new IllegalArgumentException("x must not be negative");
            }
            point = value;
        }
    }

    record Made(int size, String unit) {
        @JsonCreator
        static Made of(@JsonProperty("size") int size, @JsonProperty("unit") String unit) {
            return new Made(size, unit);
        }
    }

    record Delegating(@JsonValue List<Point> points) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Delegating {}
    }

    record Percent(@JsonValue int value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Percent {
            if (value > 100) {
                throw new IllegalArgumentException("must be at most 100");
            }
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"label", "size", "at"})
    record Row(String label, int size, Point at) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"one", "two", "three"})
    static final class RowBean {
        public int one;
        private int two;
        public @Nullable List<Row> three;

        public int getTwo() {
            return two;
        }

        public void setTwo(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("two must not be negative");
            }
            two = value;
        }
    }

    record Lenient(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Integer> many,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            Spot any,

            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

    static final class Open {
        public int known;
        private final Map<String, Integer> others = new LinkedHashMap<>();

        @JsonAnySetter
        void set(String name, Integer value) {
            if (value < 0) {
                throw new IllegalArgumentException("must not be negative");
            }
            others.put(name, value);
        }

        @JsonAnyGetter
        Map<String, Integer> others() {
            return others;
        }
    }

    record OpenRecord(
            int known, @JsonAnySetter @JsonAnyGetter Map<String, Point> others) {}

    static final class Merged {
        @JsonMerge
        public Map<String, Integer> map = new LinkedHashMap<>(Map.of("base", 1));

        @JsonMerge
        public Spot inner = new Spot();

        @JsonMerge
        public List<Integer> list = new ArrayList<>();
    }

    interface Public {}

    record Viewed(
            @JsonView(Public.class) int open,
            @JsonView(Public.class) Optional<Point> at) {}

    record Injected(
            int n,

            @JacksonInject(optional = OptBoolean.TRUE, useInput = OptBoolean.TRUE) @Nullable String by) {}

    record Strict(
            @JsonSetter(nulls = Nulls.FAIL) String text,
            @JsonSetter(contentNulls = Nulls.FAIL) List<String> list,
            @JsonSetter(contentNulls = Nulls.FAIL) Map<String, Integer> map,
            @SkillParameter(required = true) Boolean flag) {}

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("from must not be greater than to");
            }
        }
    }

    @JsonDeserialize(builder = Built.Builder.class)
    record Built(int size, List<Point> points) {
        @JsonPOJOBuilder(withPrefix = "set", buildMethodName = "make")
        static final class Builder {
            private int size;
            private List<Point> points = List.of();

            public Builder setSize(int value) {
                if (value < 0) {
                    throw new IllegalArgumentException("size must not be negative");
                }
                size = value;
                return this;
            }

            public Builder setPoints(List<Point> value) {
                points = List.copyOf(value);
                return this;
            }

            public Built make() {
                return new Built(size, points);
            }
        }
    }

    record Page<T>(List<T> items, Map<String, T> named, Optional<T> first, T[] all) {}

    record Node<T>(T value, @Nullable Node<T> next) {}
}
