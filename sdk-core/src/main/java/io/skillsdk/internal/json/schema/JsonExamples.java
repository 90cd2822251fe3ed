package io.skillsdk.internal.json.schema;

import io.skillsdk.internal.json.JsonText;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/** An example of what a shape describes: the author's own words where there are some, else plain values. One use. */
public final class JsonExamples {

    private static final Pattern SAMPLE = Pattern.compile("such as (.+)$");

    /** More elements than that are no example. */
    private static final int MOST = 100;

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
            String key = key(dictionary);
            return value == null || key == null ? Map.of() : Map.of(key, value);
        }
        return shape instanceof JsonShape.Tuple tuple ? tuple(tuple) : Map.of();
    }

    /** A name that the map takes as a key, or null where none can be made up. */
    private static @Nullable String key(JsonShape.Dictionary dictionary) {
        JsonShape.Scalar key = MapKeys.key(dictionary);
        if (key == null || ((JavaType) key.type()).hasRawClass(String.class)) {
            return key == null && !MapKeys.isAny(dictionary) ? null : "key";
        }
        Object example = scalar(key, Map.of());
        return example == null ? null : example.toString();
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

    private @Nullable List<Object> array(JsonShape.Array array, Map<String, Object> constraints) {
        Object element = value(array.element(), Map.of());
        int least = constraints.get("minItems") instanceof Number number ? number.intValue() : 0;
        int most = constraints.get("maxItems") instanceof Number number ? number.intValue() : MOST;
        int count = element == null ? 0 : Math.min(Math.max(1, least), most);
        boolean distinct = array.type() instanceof JavaType type && type.isTypeOrSubTypeOf(Set.class);
        if (count < least || count > (distinct ? 1 : MOST)) {
            return null;
        }
        return new ArrayList<>(Collections.nCopies(count, element));
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

    private static @Nullable Number number(JsonShape.Scalar scalar, Map<String, Object> constraints) {
        Matcher sample = SAMPLE.matcher(scalar.expectation());
        List<BigDecimal> candidates = new ArrayList<>();
        candidates.add(sample.find() ? new BigDecimal(sample.group(1)) : BigDecimal.ONE);
        for (String keyword : List.of("minimum", "exclusiveMinimum")) {
            bound(constraints, keyword).ifPresent(bound -> {
                candidates.add(bound);
                candidates.add(bound.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
            });
        }
        for (String keyword : List.of("maximum", "exclusiveMaximum")) {
            bound(constraints, keyword).ifPresent(bound -> {
                candidates.add(bound);
                candidates.add(bound.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
                candidates.addAll(candidates.stream()
                        .map(each -> each.add(bound).divide(BigDecimal.valueOf(2)))
                        .toList());
            });
        }
        return candidates.stream()
                .filter(each -> scalar.kind() == JsonShape.Kind.NUMBER || isWhole(each))
                .filter(each -> isWithin(each, constraints))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isWithin(BigDecimal number, Map<String, Object> constraints) {
        return bound(constraints, "minimum")
                        .map(bound -> number.compareTo(bound) >= 0)
                        .orElse(true)
                && bound(constraints, "exclusiveMinimum")
                        .map(bound -> number.compareTo(bound) > 0)
                        .orElse(true)
                && bound(constraints, "maximum")
                        .map(bound -> number.compareTo(bound) <= 0)
                        .orElse(true)
                && bound(constraints, "exclusiveMaximum")
                        .map(bound -> number.compareTo(bound) < 0)
                        .orElse(true);
    }

    private static Optional<BigDecimal> bound(Map<String, Object> constraints, String keyword) {
        return Optional.ofNullable(constraints.get(keyword)).map(bound -> new BigDecimal(bound.toString()));
    }

    private static @Nullable String text(JsonShape.Scalar scalar, Map<String, Object> constraints) {
        int least = constraints.get("minLength") instanceof Number number ? number.intValue() : 0;
        int most = constraints.get("maxLength") instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
        String text = text(scalar, constraints.getOrDefault("format", scalar.format()), least, most);
        return text.length() >= least && text.length() <= most ? text : null;
    }

    private static String text(JsonShape.Scalar scalar, Object format, int least, int most) {
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
        if (scalar.expectation().endsWith("or a host name")) {
            return "127.0.0.1";
        }
        StringBuilder text = new StringBuilder("text");
        while (text.length() < Math.min(least, 1000)) {
            text.append(" text");
        }
        return text.length() > most ? text.substring(0, most) : text.toString();
    }
}
