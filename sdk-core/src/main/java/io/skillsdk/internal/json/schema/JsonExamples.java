package io.skillsdk.internal.json.schema;

import io.skillsdk.internal.json.JsonText;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An example of what a shape describes: the author's own words where there are some, else plain values. One use. */
public final class JsonExamples {

    private static final Pattern SAMPLE = Pattern.compile("such as (\\S+)$");

    private static final Map<String, String> BY_FORMAT =
            Map.of("byte", "c2tpbGw=", "uri", "https://example.com", "regex", ".*", "email", "someone@example.com");

    private final Set<Object> within = new HashSet<>();

    private JsonExamples() {}

    /** An example, or null where none can be made up. */
    public static @Nullable Object of(JsonShape shape) {
        return new JsonExamples().value(shape, Map.of());
    }

    /** What an author has given as an example: a text stands for itself only where a string is wanted. */
    static Object spoken(Member member) {
        boolean text = member.shape() instanceof JsonShape.Scalar scalar && scalar.kind() == JsonShape.Kind.STRING;
        return text ? member.example() : JsonText.decoded(member.example());
    }

    private @Nullable Object value(JsonShape shape, Map<String, Object> constraints) {
        if (shape instanceof JsonShape.Scalar scalar) {
            return constraints.containsKey("pattern") ? null : scalar(scalar, constraints);
        }
        if (shape instanceof JsonShape.Structure structure) {
            return structure(structure);
        }
        if (shape instanceof JsonShape.Choice choice) {
            return choice(choice);
        }
        if (shape instanceof JsonShape.Array array) {
            return array(array, constraints);
        }
        if (shape instanceof JsonShape.Dictionary dictionary) {
            Object value = value(dictionary.value(), Map.of());
            return value == null ? Map.of() : Map.of("key", value);
        }
        return shape instanceof JsonShape.Tuple tuple ? tuple(tuple) : Map.of();
    }

    private @Nullable Map<String, Object> structure(JsonShape.Structure structure) {
        if (!within.add(structure.type())) {
            return null;
        }
        Map<String, Object> example = new LinkedHashMap<>();
        boolean whole = true;
        for (Member member : structure.members().values()) {
            Object value = member(member);
            if (value != null) {
                example.put(member.name(), value);
            } else if (member.required()) {
                whole = false;
            }
        }
        within.remove(structure.type());
        return whole ? example : null;
    }

    private @Nullable Object member(Member member) {
        return member.example().isEmpty() ? value(member.shape(), member.constraints()) : spoken(member);
    }

    private @Nullable Object choice(JsonShape.Choice choice) {
        for (Map.Entry<String, JsonShape> variant : choice.variants().entrySet()) {
            if (value(variant.getValue(), Map.of()) instanceof Map<?, ?> members) {
                Map<String, Object> example = new LinkedHashMap<>();
                example.put(choice.discriminator(), variant.getKey());
                members.forEach((name, value) -> example.putIfAbsent((String) name, value));
                return example;
            }
        }
        return null;
    }

    private List<Object> array(JsonShape.Array array, Map<String, Object> constraints) {
        Object element = value(array.element(), Map.of());
        int count = constraints.get("minItems") instanceof Number least ? Math.max(1, least.intValue()) : 1;
        List<Object> elements = new ArrayList<>();
        for (int i = 0; element != null && i < count; i++) {
            elements.add(element);
        }
        return elements;
    }

    private @Nullable List<Object> tuple(JsonShape.Tuple tuple) {
        List<Object> values = new ArrayList<>();
        for (Member member : tuple.members()) {
            Object value = member(member);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object scalar(JsonShape.Scalar scalar, Map<String, Object> constraints) {
        if (!scalar.values().isEmpty()) {
            return ScalarSchemas.values(scalar).get(0);
        }
        return switch (scalar.kind()) {
            case BOOLEAN -> true;
            case INTEGER, NUMBER -> number(scalar, constraints);
            case STRING -> text(scalar, constraints);
        };
    }

    private static Number number(JsonShape.Scalar scalar, Map<String, Object> constraints) {
        Matcher sample = SAMPLE.matcher(scalar.expectation());
        BigDecimal value = sample.find() ? new BigDecimal(sample.group(1)) : BigDecimal.ONE;
        value = bound(constraints.get("minimum"), BigDecimal.ZERO).max(value);
        value = bound(constraints.get("exclusiveMinimum"), BigDecimal.ONE).max(value);
        value = constraints.get("maximum") == null
                ? value
                : value.min(bound(constraints.get("maximum"), BigDecimal.ZERO));
        return constraints.get("exclusiveMaximum") == null
                ? value
                : value.min(bound(constraints.get("exclusiveMaximum"), BigDecimal.ONE.negate()));
    }

    private static BigDecimal bound(@Nullable Object bound, BigDecimal more) {
        return bound == null ? new BigDecimal(-Double.MAX_VALUE) : new BigDecimal(bound.toString()).add(more);
    }

    private static String text(JsonShape.Scalar scalar, Map<String, Object> constraints) {
        Object format = constraints.getOrDefault("format", scalar.format());
        Matcher sample = SAMPLE.matcher(scalar.expectation());
        if (sample.find()) {
            return sample.group(1);
        }
        if (BY_FORMAT.containsKey(format)) {
            return BY_FORMAT.get(format);
        }
        if (scalar.expectation().endsWith("of one character")) {
            return "a";
        }
        StringBuilder text = new StringBuilder("text");
        while (constraints.get("minLength") instanceof Number least
                && text.length() < Math.min(least.intValue(), 1000)) {
            text.append(" text");
        }
        return constraints.get("maxLength") instanceof Number most && text.length() > most.intValue()
                ? text.substring(0, most.intValue())
                : text.toString();
    }
}
