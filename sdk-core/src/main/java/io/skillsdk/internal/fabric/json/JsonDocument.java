package io.skillsdk.internal.fabric.json;

import com.fasterxml.jackson.annotation.JsonValue;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A JSON value, or none. Immutable; {@code toString} does not show it, as it may hold secrets. */
public final class JsonDocument {

    /** No value. */
    public static final JsonDocument ABSENT = new JsonDocument(MissingNode.getInstance());

    private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private final JsonNode node;

    private JsonDocument(JsonNode node) {
        this.node = node;
    }

    /**
     * Makes a value of any object.
     *
     * @throws IllegalArgumentException when it cannot be written as JSON; the message names its type, never its content
     */
    public static JsonDocument of(@Nullable Object value) {
        if (value instanceof JsonDocument document) {
            return document;
        }
        try {
            return new JsonDocument(FabricJson.MAPPER.valueToTree(value));
        } catch (JacksonException e) {
            throw unwritable(value);
        }
    }

    /** Reads a value, or finds that it is no JSON: null. An empty text is no value. */
    public static @Nullable JsonDocument tryRead(byte[] json) {
        try {
            return new JsonDocument(FabricJson.MAPPER.readTree(json));
        } catch (JacksonException e) {
            return null;
        }
    }

    /**
     * Reads a value from a stream.
     *
     * @param what what it is, for the message
     */
    public static JsonDocument read(InputStream json, String what) throws IOException {
        JsonDocument read = tryRead(json.readAllBytes());
        if (read == null || read.isAbsent()) {
            throw new FabricException(Reason.UNREADABLE_ANSWER, 0, what, "it is not valid JSON");
        }
        return read;
    }

    /** The member of an object; {@link #ABSENT} when there is none, or this is no object. */
    public JsonDocument get(String member) {
        JsonNode found = node.get(member);
        return found == null ? ABSENT : new JsonDocument(found);
    }

    /** The member of an object whatever the case of its name is: {@code Key} and {@code key} (fabric-api). */
    public JsonDocument getAnyCase(String member) {
        JsonDocument exact = get(member);
        if (!exact.isAbsent()) {
            return exact;
        }
        return node.propertyNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(member.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(this::get)
                .orElse(ABSENT);
    }

    /** The elements of an array; none when this is no array. */
    public List<JsonDocument> elements() {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonDocument::new)
                        .toList()
                : List.of();
    }

    /** The members of an object; none when this is no object. */
    public Map<String, JsonDocument> members() {
        Map<String, JsonDocument> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), new JsonDocument(member.getValue())));
        return members;
    }

    /** Whether there is no value; null counts as none. */
    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return node.isArray();
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return node.isNumber();
    }

    /** Whether it is a string. */
    public boolean isText() {
        return node.isString();
    }

    /** Whether it is exactly {@code false}. */
    public boolean isFalse() {
        return node.isBoolean() && !node.booleanValue();
    }

    /** The string; JSON when it is none; {@code ""} when there is no value. */
    public String text() {
        if (isAbsent()) {
            return "";
        }
        return node.isString() ? node.stringValue() : node.toString();
    }

    /** The number, also one in a string; the fallback when it is none. */
    public double number(double fallback) {
        return node.asDouble(fallback);
    }

    /** The whole number, also one in a string; the fallback when it is none. */
    public long wholeNumber(long fallback) {
        return node.asLong(fallback);
    }

    /** A string that holds JSON as that JSON; anything else as it is. */
    public JsonDocument decoded() {
        if (!node.isString()) {
            return this;
        }
        String text = node.stringValue().strip();
        JsonDocument inner =
                text.startsWith("{") || text.startsWith("[") ? tryRead(text.getBytes(StandardCharsets.UTF_8)) : null;
        return inner == null || inner.isAbsent() ? this : inner;
    }

    /** The members of an object as plain values; empty when this is no object. */
    public Map<String, @Nullable Object> map() {
        return node.isObject() ? FabricJson.MAPPER.convertValue(node, MAP) : Map.of();
    }

    /**
     * Reads it as an object.
     *
     * @param what what it is, for the message
     */
    public <T> T as(Class<T> type, String what) {
        T value;
        try {
            value = FabricJson.MAPPER.treeToValue(node, type);
        } catch (JacksonException e) {
            // without the exception, which quotes the value
            throw new FabricException(
                    Reason.UNREADABLE_ANSWER, 0, what, "it does not fit " + type.getSimpleName() + at(e));
        }
        if (value == null) {
            throw new FabricException(
                    Reason.UNREADABLE_ANSWER, 0, what, "it is null, which does not fit " + type.getSimpleName());
        }
        return value;
    }

    /** It in UTF-8. */
    public byte[] bytes() {
        return FabricJson.MAPPER.writeValueAsBytes(node);
    }

    static IllegalArgumentException unwritable(@Nullable Object value) {
        return new IllegalArgumentException(
                "A " + (value == null ? "null" : value.getClass().getSimpleName()) + " cannot be written as JSON.");
    }

    static String at(JacksonException fault) {
        if (!(fault instanceof DatabindException) || fault.getPath().isEmpty()) {
            return "";
        }
        return ", at "
                + fault.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                        .collect(Collectors.joining("."));
    }

    @JsonValue
    JsonNode node() {
        return node;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonDocument document && document.node.equals(node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        return "JsonDocument[***]";
    }
}
