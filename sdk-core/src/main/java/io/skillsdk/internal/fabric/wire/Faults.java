package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer that is no success means. The platform's own words are kept, without the token in them. */
final class Faults {

    private static final int MOST_BODY = 16 * 1024;

    private Faults() {}

    /** The exception for an answer; reads what it needs of its body, and ends it. */
    static FabricException of(PlatformRequest request, WireAnswer answer, String token) {
        try {
            String refused = answer.header("x-auth-error");
            int status = answer.status();
            if (refused != null) {
                return exception(Reason.TOKEN_REFUSED, status, request, scrub(refused, token));
            }
            if (status >= 300 && status < 400) {
                return exception(
                        Reason.UNREADABLE_ANSWER, status, request, "it is a redirect, and redirects are not followed");
            }
            String said = request.sensitive() ? null : said(answer);
            return exception(reason(status), status, request, said == null ? null : scrub(said, token));
        } finally {
            if (request.method().equals("HEAD")) {
                answer.discardHead();
            } else {
                answer.discard();
            }
        }
    }

    private static FabricException exception(
            Reason reason, int status, PlatformRequest request, @Nullable String detail) {
        boolean unsure = reason == Reason.UNAVAILABLE && !request.isReading();
        return request.failure(reason, status, detail, unsure, null);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 407, 511 -> Reason.TOKEN_REFUSED;
            case 403 -> Reason.FORBIDDEN;
            case 404, 410 -> Reason.NOT_FOUND;
            case 408 -> Reason.TIMED_OUT;
            case 409, 412, 423 -> Reason.CONFLICT;
            case 413 -> Reason.TOO_LARGE;
            case 429 -> Reason.BUSY;
            default ->
                status >= 400 && status < 500
                        ? Reason.INVALID
                        : status >= 500 ? Reason.UNAVAILABLE : Reason.UNREADABLE_ANSWER;
        };
    }

    private static @Nullable String said(WireAnswer answer) {
        byte[] body;
        try {
            body = answer.body().readNBytes(MOST_BODY);
        } catch (IOException e) {
            // the status has said enough
            return null;
        }
        JsonDocument json = JsonDocument.tryRead(body);
        if (json != null && json.isObject()) {
            return said(json);
        }
        // a page of HTML says nothing to a reader of logs
        return answer.mediaType().equals("text/plain") && json == null
                ? new String(body, StandardCharsets.UTF_8)
                : null;
    }

    /** The platform's message, with the details that a validation gives. */
    static @Nullable String said(JsonDocument json) {
        Set<String> parts = new LinkedHashSet<>();
        for (String member : new String[] {"message", "error"}) {
            String told = told(json.get(member));
            if (parts.isEmpty() && !told.isEmpty()) {
                parts.add(told);
            }
        }
        JsonDocument details = json.get("details");
        details.elements().forEach(detail -> parts.add(told(detail)));
        // by the field, or by the part of the request
        details.members()
                .forEach((field, detail) -> parts.add(detail.isText() ? field + ": " + told(detail) : told(detail)));
        parts.add(details.isText() ? told(details) : "");
        parts.remove("");
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    /** A text, or the message of an object; empty for anything else. */
    private static String told(JsonDocument value) {
        JsonDocument text = value.isObject() ? value.get("message") : value;
        return text.isText() ? text.text() : "";
    }

    /** A text as it may stand in a log. */
    static String scrub(String text, String token) {
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return token.isEmpty() ? clean : clean.replace(token, "***");
    }
}
