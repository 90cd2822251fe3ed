package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.text.LogText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads answers that are JSON, and tells a login page from them. */
public final class JsonAnswers {

    private static final int EXCERPT = 100;

    /** Of an answer that nobody waits for. */
    private static final int MOST_IGNORED = 16 * 1024;

    private final int mostBytes;

    /**
     * Makes a reader.
     *
     * @param mostBytes the most bytes of an answer
     */
    public JsonAnswers(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Reads JSON; an empty body is {@link JsonDocument#ABSENT}. */
    public AnswerReader<JsonDocument> of(PlatformRequest request) {
        return (answer, token) -> read(request, answer, token);
    }

    /** Reads JSON as {@link #of} does, and takes {@code success: false} for the failure that it is (cortex-python). */
    public AnswerReader<JsonDocument> successful(PlatformRequest request) {
        return (answer, token) -> {
            JsonDocument json = read(request, answer, token);
            requireSuccess(request, answer, json, token);
            return json;
        };
    }

    /** Reads an answer of which only the success counts. It need not be JSON; where it is, {@code success: false} is none. */
    static AnswerReader<Boolean> ignored(PlatformRequest request) {
        return (answer, token) -> {
            JsonDocument json = JsonDocument.tryRead(answer.body().readNBytes(MOST_IGNORED));
            answer.discard();
            if (isPage(answer)) {
                throw loginPage(request, answer.status());
            }
            if (json != null) {
                requireSuccess(request, answer, json, token);
            }
            return true;
        };
    }

    private static void requireSuccess(PlatformRequest request, WireAnswer answer, JsonDocument json, String token) {
        if (json.get("success").isFalse()) {
            throw request.failure(Reason.INVALID, answer.status(), said(request, json, token));
        }
    }

    /** Whether an answer is a page for people instead of what was asked for. */
    private static boolean isPage(WireAnswer answer) {
        return answer.mediaType().equals("text/html") || answer.mediaType().equals("application/xhtml+xml");
    }

    /** What a page for people means: a login is asked for. */
    private static FabricException loginPage(PlatformRequest request, int status) {
        return request.failure(
                Reason.TOKEN_REFUSED, status, "a page of HTML came, as for a login; check the token and the endpoint");
    }

    private JsonDocument read(PlatformRequest request, WireAnswer answer, String token) throws IOException {
        if (answer.length() > mostBytes) {
            throw tooLarge(request, answer);
        }
        byte[] body = answer.body().readNBytes(mostBytes);
        if (body.length == mostBytes && answer.body().read() >= 0) {
            throw tooLarge(request, answer);
        }
        answer.discard();
        if (isPage(answer)) {
            throw loginPage(request, answer.status());
        }
        JsonDocument json = body.length == 0 ? JsonDocument.ABSENT : JsonDocument.tryRead(body);
        if (json == null) {
            throw noJson(request, answer, Faults.scrub(new String(body, StandardCharsets.UTF_8), token));
        }
        return json;
    }

    private static @Nullable String said(PlatformRequest request, JsonDocument json, String token) {
        String said = request.sensitive() ? null : Faults.said(json);
        return said == null ? null : Faults.scrub(said, token);
    }

    private FabricException tooLarge(PlatformRequest request, WireAnswer answer) {
        return request.failure(
                Reason.UNREADABLE_ANSWER,
                answer.status(),
                "it has more than " + mostBytes + " bytes, the setting fabric.max-answer-size");
    }

    private static FabricException noJson(PlatformRequest request, WireAnswer answer, String text) {
        if (text.startsWith("<")) {
            return loginPage(request, answer.status());
        }
        String type = answer.header("content-type");
        String begin = LogText.of(text, EXCERPT);
        return request.failure(
                Reason.UNREADABLE_ANSWER,
                answer.status(),
                "it is not valid JSON, but " + (type == null ? "of no type" : type)
                        + (request.sensitive() ? "" : ", and begins with '" + begin + "'"));
    }
}
