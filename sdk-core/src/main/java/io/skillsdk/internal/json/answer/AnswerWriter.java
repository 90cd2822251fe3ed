package io.skillsdk.internal.json.answer;

import io.skillsdk.SkillError;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.mapper.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes answers that the gateway accepts: a JSON object with a payload that is not {@code null}, {@code 0},
 * {@code false} or {@code ""}. The check is made on the bytes written, so that no type can slip past it.
 */
public final class AnswerWriter {

    private static final byte[] PAYLOAD = ascii("{\"payload\":");

    private static final byte[] RESULT = ascii("{\"result\":");

    private static final byte[] EMPTY = ascii("{}");

    private static final byte[] OUTPUT_NAME = ascii(",\"outputName\":");

    private static final ObjectWriter WRITER = Json.MAPPER.writer();

    private final int maxBytes;

    /**
     * Makes a writer.
     *
     * @param maxBytes the most bytes an answer may have
     */
    public AnswerWriter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Writes an action's result.
     *
     * @param payload the payload as the author returned it
     * @param type what the action is declared to return, or null for nothing
     * @param outputName the output to route to, or null
     * @throws UnwritableResultException when it is no JSON, or too large
     */
    public byte[] write(@Nullable Object payload, @Nullable ResultType type, @Nullable String outputName)
            throws UnwritableResultException {
        BoundedOutput out = new BoundedOutput(maxBytes);
        try {
            out.append(PAYLOAD);
            writeValue(out, payload == null || type == null ? payload : type.declare(payload));
            normalise(out);
            if (outputName != null && !outputName.isEmpty()) {
                out.append(OUTPUT_NAME);
                writeValue(out, outputName);
            }
            out.write('}');
            return out.toByteArray();
        } catch (BoundedOutput.FullException e) {
            throw new UnwritableResultException(
                    "the result is larger than " + maxBytes
                            + " bytes, the most the platform takes; put larger data into managed content",
                    e);
        } catch (JacksonException e) {
            if (e.getCause() instanceof BoundedOutput.FullException full) {
                throw new UnwritableResultException(
                        "the result is larger than " + maxBytes
                                + " bytes, the most the platform takes; put larger data into managed content",
                        full);
            }
            throw new UnwritableResultException("the result cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Writes an error.
     *
     * @param error the error
     * @return a body of {@code {"payload": {"error": …}}}
     */
    public byte[] write(SkillError error) {
        BoundedOutput out = new BoundedOutput(Integer.MAX_VALUE);
        try (JsonGenerator json = WRITER.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("payload");
            json.writeObjectPropertyStart("error");
            json.writeNumberProperty("status", error.status());
            json.writeStringProperty("title", error.title());
            json.writeStringProperty("detail", error.detail());
            if (error.activationId() != null) {
                json.writeStringProperty("activationId", error.activationId());
            }
            if (!error.violations().isEmpty()) {
                json.writeArrayPropertyStart("violations");
                for (Violation violation : error.violations()) {
                    json.writeStartObject();
                    json.writeStringProperty("field", violation.field());
                    json.writeStringProperty("message", violation.message());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void writeValue(BoundedOutput out, @Nullable Object value) {
        try (JsonGenerator json = WRITER.createGenerator(out)) {
            WRITER.writeValue(json, value);
        }
    }

    private static void normalise(BoundedOutput out) {
        int start = PAYLOAD.length;
        if (out.size() == start) {
            out.append(EMPTY);
            return;
        }
        switch (out.at(start)) {
            case '{', '[' -> {}
            case 'n' -> out.replaceFrom(start, EMPTY);
            case '"' -> {
                if (out.size() == start + 2) {
                    out.replaceFrom(start, EMPTY);
                }
            }
            default -> {
                out.insert(start, RESULT);
                out.write('}');
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
