package io.skillsdk.internal.json;

import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** JSON outside the pipeline: for path parameters, tests and the command line. */
public final class JsonCodec {

    private static final ObjectReader OBJECT =
            Json.MAPPER.readerFor(Map.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectReader TREE = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonCodec() {}

    /**
     * Converts a piece of a URL. A type that wants a number or boolean reads it from the text.
     *
     * @return the value, or null when the text is no value of the type
     * @throws RuntimeException of the author's own code, when it is not the sender's fault
     */
    public static @Nullable Object fromText(String text, PayloadType type) {
        boolean plain = type.shape() instanceof JsonShape.Scalar scalar && scalar.kind() != JsonShape.Kind.STRING;
        if (plain && (!text.strip().equals(text) || text.equals("null"))) {
            return null;
        }
        try {
            return plain
                    ? type.reader()
                            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readValue(text)
                    : Json.MAPPER.convertValue(text, type.type());
        } catch (JacksonException e) {
            Throwable author = AuthorFailure.behind(e);
            if (author instanceof RuntimeException thrown && !AuthorFailure.blamesTheSender(thrown)) {
                throw thrown;
            }
            return null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Writes any value as JSON text. */
    public static String write(@Nullable Object value) {
        return Json.MAPPER.writeValueAsString(value);
    }

    /** Writes any value as JSON text for people, in lines. */
    public static String writeIndented(@Nullable Object value) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** Reads a JSON object into plain maps, lists, strings and numbers. */
    @SuppressWarnings("unchecked") // Jackson's reading of an object into Map
    public static Map<String, Object> readObject(byte[] json) {
        return Json.MAPPER.readValue(json, Map.class);
    }

    /** Reads a body as {@link #readObject} does, by the rules for requests. Returns null for one that they refuse. */
    public static @Nullable Map<String, Object> readBody(byte[] body) {
        try {
            BodyEncoding.check(body);
            return OBJECT.readValue(body);
        } catch (UnreadableBodyException | JacksonException e) {
            return null;
        }
    }

    /** The line and column where a text is not JSON, from 1; null where it is, or where that is not known. */
    public static int @Nullable [] faultIn(byte[] json) {
        try {
            TREE.readTree(json);
            return null;
        } catch (JacksonException e) {
            return e.getLocation() == null
                    ? null
                    : new int[] {e.getLocation().getLineNr(), e.getLocation().getColumnNr()};
        }
    }

    /** Reads the payload of an answer. */
    public static Object readPayload(byte[] answer, Type type) {
        JsonNode payload = Json.MAPPER.readTree(answer).get("payload");
        return Json.MAPPER.treeToValue(payload, Json.MAPPER.constructType(type));
    }
}
