package io.skillsdk.internal.json;

import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the bodies sent to one action. Sound bodies take one pass; only a faulty one is read again to explain it. */
public final class EnvelopeReader {

    private final ObjectReader reader;

    private final PayloadType payload;

    /**
     * Makes a reader.
     *
     * @param payload what the action takes
     */
    public EnvelopeReader(PayloadType payload) {
        this.payload = payload;
        this.reader = Json.MAPPER.readerFor(
                Json.MAPPER.getTypeFactory().constructParametricType(SkillRequest.class, payload.type()));
    }

    /**
     * Reads a body.
     *
     * @throws UnreadableBodyException when it cannot be read, with what the sender has to know
     */
    public SkillRequest<?> read(byte[] body) throws UnreadableBodyException {
        BodyEncoding.check(body);
        try (JsonParser parser = reader.createParser(body)) {
            SkillRequest<?> request = reader.readValue(parser);
            if (request == null) {
                throw noObject("null");
            }
            if (parser.nextToken() != null) {
                throw UnreadableBodyException.notJson("The body goes on after its JSON object"
                        + at(parser.currentTokenLocation()) + ". Send one JSON object.");
            }
            return request;
        } catch (DatabindException | InputCoercionException e) {
            throw explain(body, e);
        } catch (JacksonException e) {
            throw malformed(body, e);
        }
    }

    private UnreadableBodyException explain(byte[] body, JacksonException fault) {
        JsonNode envelope;
        try {
            envelope = Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            return malformed(body, e);
        }
        if (!envelope.isObject()) {
            return noObject(JsonDescriptions.of(envelope));
        }
        JsonNode sent = envelope.get("payload");
        boolean absent = sent == null || sent.isNull();
        List<Violation> violations = absent && !(payload.shape() instanceof JsonShape.Structure)
                ? List.of(new Violation(
                        "payload", "is required, and must be " + payload.shape().expectation()))
                : new PayloadInspector()
                        .inspect(payload.shape(), absent ? JsonNodeFactory.instance.objectNode() : sent);
        if (violations.isEmpty()) {
            violations =
                    List.of(new Violation("payload" + JsonDescriptions.path(fault), "has a value that is not allowed"));
        }
        JsonNode id = envelope.get("activationId");
        return UnreadableBodyException.badPayload(violations, id != null && id.isString() ? id.stringValue() : null);
    }

    private static UnreadableBodyException noObject(String found) {
        return UnreadableBodyException.noEnvelope(
                "The body must be a JSON object such as {\"payload\": …}, not " + found + ".");
    }

    /** Jackson's own messages quote the body, which holds the token. */
    private static UnreadableBodyException malformed(byte[] body, JacksonException fault) {
        if (fault instanceof StreamConstraintsException) {
            return UnreadableBodyException.notJson("The body passes a limit" + at(fault.getLocation()) + ": at most "
                    + Json.MAX_DEPTH + " levels of nesting, " + Json.MAX_NUMBER_LENGTH + " characters in a number, and "
                    + Json.MAX_KEY_LENGTH + " in a key.");
        }
        if (fault instanceof UnexpectedEndOfInputException) {
            return UnreadableBodyException.notJson(
                    "The body ends before its JSON does" + at(fault.getLocation()) + ".");
        }
        if (!BodyEncoding.isUtf8(body)) {
            return BodyEncoding.notUtf8();
        }
        return UnreadableBodyException.notJson("The body is not valid JSON" + at(fault.getLocation()) + ".");
    }

    private static String at(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
