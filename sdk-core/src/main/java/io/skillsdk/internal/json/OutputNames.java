package io.skillsdk.internal.json;

import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.type.PayloadType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the {@code outputName} of an envelope, and no more of it than needed: the gateway sends it before the payload. */
public final class OutputNames {

    private static final EnvelopeReader ANY = new EnvelopeReader(PayloadType.of(Object.class));

    private OutputNames() {}

    /**
     * Finds the output.
     *
     * @return its name; null where the body has none
     * @throws UnreadableBodyException when the body is not an envelope
     */
    public static @Nullable String of(byte[] body) throws UnreadableBodyException {
        BodyEncoding.check(body);
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return find(parser);
            }
        } catch (JacksonException e) {
            // the reader says what is wrong
        }
        try {
            ANY.read(body);
            return null;
        } catch (PayloadFailure e) {
            return null; // code of an author's only, which reads none of this
        }
    }

    private static @Nullable String find(JsonParser parser) {
        String key;
        while ((key = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            if (key.equals("outputName")) {
                return value == JsonToken.VALUE_STRING ? parser.getString() : null;
            }
            parser.skipChildren();
        }
        return null;
    }
}
