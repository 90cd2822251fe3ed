package io.skillsdk.internal.json;

import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.mapper.FrugalContexts;
import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.sent.SentReader;
import io.skillsdk.internal.json.sent.SentValue;
import io.skillsdk.internal.json.trial.TrialMapper;
import io.skillsdk.internal.json.type.PayloadType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bodies sent to one action. Sound bodies take one pass; only a faulty one is read again to explain it. */
public final class EnvelopeReader {

    /** The most levels of nesting in a body, unless the daemon is told otherwise. */
    public static final int MAX_DEPTH = Json.MAX_DEPTH;

    private final JsonMapper mapper;

    private final int maxDepth;

    private final ObjectReader reader;

    private final PayloadType payload;

    private final KnownShapes shapes;

    private final Supplier<TrialMapper> trial;

    /**
     * Makes a reader of bodies that are nested no deeper than {@link #MAX_DEPTH}.
     *
     * @param payload what the action takes
     */
    public EnvelopeReader(PayloadType payload) {
        this(payload, MAX_DEPTH);
    }

    /**
     * Makes a reader.
     *
     * @param payload what the action takes
     * @param maxDepth the most levels of nesting
     */
    public EnvelopeReader(PayloadType payload, int maxDepth) {
        this.payload = payload;
        this.shapes = new KnownShapes(payload.shape());
        this.maxDepth = maxDepth;
        this.mapper = Json.forDepth(maxDepth);
        this.trial = maxDepth == MAX_DEPTH ? () -> UsualTrials.MAPPER : () -> TrialMapper.of(mapper);
        this.reader = FrugalContexts.frugal(
                mapper.readerFor(mapper.getTypeFactory().constructParametricType(SkillRequest.class, payload.type())));
    }

    /**
     * Reads a body.
     *
     * @throws UnreadableBodyException when it cannot be read, with what the sender has to know
     * @throws PayloadFailure when the author's code failed at it
     */
    public SkillRequest<?> read(byte[] body) throws UnreadableBodyException, PayloadFailure {
        BodyEncoding.check(body);
        try (JsonParser parser = reader.createParser(body)) {
            SkillRequest<?> request = reader.readValue(parser);
            if (request == null) {
                throw noObject("null");
            }
            if (parser.nextToken() != null) {
                // more was sent, or the reader of the payload has left something
                throw explain(body, new StreamReadException(parser, "goes on"));
            }
            return request;
        } catch (JacksonException e) {
            throw explain(body, e);
        } catch (RuntimeException e) {
            throw explain(body, e);
        }
    }

    private UnreadableBodyException explain(byte[] body, RuntimeException fault)
            throws UnreadableBodyException, PayloadFailure {
        SentValue envelope = sent(body);
        if (envelope.token() != JsonToken.START_OBJECT) {
            return noObject(JsonDescriptions.of(envelope.token()));
        }
        String activationId = envelope.children().stream()
                .filter(child -> "activationId".equals(child.name()))
                .map(SentValue::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
        JacksonException told = fault instanceof JacksonException e
                ? e
                : JacksonException.wrapWithPath(fault, SkillRequest.class, "payload");
        Throwable author = AuthorFailure.behind(told);
        if (author != null && !AuthorFailure.blamesTheSender(author)) {
            throw new PayloadFailure(author, activationId);
        }
        SentValue value = envelope.children().stream()
                .filter(child -> "payload".equals(child.name()) && child.token() != JsonToken.VALUE_NULL)
                .reduce((first, last) -> last)
                .orElseGet(() -> SentValue.emptyObject(envelope, "payload"));
        FaultFinder finder = new FaultFinder(value, shapes);
        trial.get().read(value, payload.type(), finder);
        List<Violation> violations = finder.found();
        return UnreadableBodyException.badPayload(
                violations.isEmpty() ? List.of(unexplained(told, author)) : violations, activationId);
    }

    /** Jackson refused it where it came from, and takes it from here: what it told is all there is. */
    private static Violation unexplained(JacksonException told, @Nullable Throwable author) {
        return new Violation(
                "payload" + JsonDescriptions.path(told).replaceFirst("^\\.payload", ""),
                author == null ? "has a value that is not allowed" : AuthorFailure.words(author));
    }

    /** Made when the first body is refused: a start needs none. */
    private static final class UsualTrials {

        private static final TrialMapper MAPPER = TrialMapper.of(Json.MAPPER);
    }

    private SentValue sent(byte[] body) throws UnreadableBodyException {
        try (JsonParser parser = mapper.createParser(body)) {
            SentValue value = SentReader.read(parser);
            if (value != null && parser.nextToken() == null) {
                return value;
            }
            throw UnreadableBodyException.notJson("The body goes on after its JSON object"
                    + at(parser.currentTokenLocation()) + ". Send one JSON object.");
        } catch (JacksonException e) {
            throw malformed(body, e);
        }
    }

    private static UnreadableBodyException noObject(String found) {
        return UnreadableBodyException.noEnvelope(
                "The body must be a JSON object such as {\"payload\": …}, not " + found + ".");
    }

    /** Jackson's own messages quote the body, which holds the token. */
    private UnreadableBodyException malformed(byte[] body, JacksonException fault) {
        if (fault instanceof StreamConstraintsException) {
            return UnreadableBodyException.notJson("The body passes a limit" + at(fault.getLocation()) + ": at most "
                    + maxDepth + " levels of nesting, " + Json.MAX_NUMBER_LENGTH + " characters in a number, and "
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
