package io.skillsdk.internal.json;

import io.skillsdk.internal.json.mapper.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/** Text that may be JSON: the platform decodes the values of properties (gateway). */
public final class JsonText {

    private static final ObjectReader READER =
            Json.MAPPER.readerFor(Object.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** The value of a text that is JSON, or the text itself. */
    public static Object decoded(String text) {
        try {
            Object value = text.isBlank() ? null : READER.readValue(text);
            return value == null ? text : value;
        } catch (JacksonException e) {
            return text;
        }
    }

    /** Whether a body is a JSON object. */
    public static boolean isObject(byte @Nullable [] body) {
        return body != null && JsonCodec.readBody(body) != null;
    }
}
