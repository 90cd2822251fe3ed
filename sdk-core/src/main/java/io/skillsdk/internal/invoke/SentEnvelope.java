package io.skillsdk.internal.invoke;

import io.skillsdk.internal.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is sent around a payload. Immutable.
 *
 * @param fields the top-level keys but {@code payload} and {@code properties}
 * @param properties the properties of the skill
 */
public record SentEnvelope(Map<String, Object> fields, Map<String, Object> properties) {

    /** An envelope that adds nothing to a body. */
    public static final SentEnvelope EMPTY = new SentEnvelope(Map.of(), Map.of());

    public SentEnvelope field(String key, Object value) {
        if (Objects.requireNonNull(key, "key").equals("payload")) {
            throw new IllegalArgumentException("'payload' is not a field of its own: give it to invoke(…).");
        }
        if (key.equals("properties")) {
            throw new IllegalArgumentException("'properties' is not a field of its own: set each with property(…).");
        }
        return new SentEnvelope(with(fields, key, value), properties);
    }

    public SentEnvelope property(String name, Object value) {
        return new SentEnvelope(fields, with(properties, Objects.requireNonNull(name, "name"), value));
    }

    /** The body with a payload, or without one. */
    byte[] around(@Nullable Object payload) {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        if (!properties.isEmpty()) {
            body.put("properties", properties);
        }
        if (payload != null) {
            body.put("payload", payload);
        }
        return JsonCodec.write(body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The bytes of a file.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static byte[] read(Path message) {
        try {
            return Files.readAllBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + message.toAbsolutePath(), e);
        }
    }

    /** A body with what is set here added to it; the body itself when that is nothing, or when it is not a JSON object. */
    byte[] addedTo(byte[] body) {
        Map<String, Object> read = equals(EMPTY) ? null : JsonCodec.readBody(body);
        if (read == null) {
            return body;
        }
        Map<String, Object> merged = new LinkedHashMap<>(read);
        merged.putAll(fields);
        Map<String, Object> all = new LinkedHashMap<>();
        if (read.get("properties") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> all.put(name.toString(), value));
        }
        all.putAll(properties);
        if (!all.isEmpty()) {
            merged.put("properties", all);
        }
        return JsonCodec.write(merged).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.put(key, Objects.requireNonNull(value, "value"));
        return copy;
    }
}
