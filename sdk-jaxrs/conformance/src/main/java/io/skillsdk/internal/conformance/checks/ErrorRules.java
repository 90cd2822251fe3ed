package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Reply;
import java.io.IOException;
import java.util.Map;

/** What the platform shows of an error to its users: the whole body, and the reason phrase. */
final class ErrorRules {

    private static final int LONGEST = 512 << 10;

    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large|Payload Too Large|Request Entity Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content|Unprocessable Entity"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(504, "Gateway Timeout|Gateway Time-out"));

    private ErrorRules() {}

    /** The first rule that an error breaks; empty when it breaks none. A status of 4xx is expected. */
    static String fault(Reply reply) throws IOException {
        if (reply.status() / 100 != 4) {
            return "the status is not 4xx: " + reply;
        }
        String shown = shownFault(reply);
        if (!shown.isEmpty()) {
            return shown;
        }
        if (!AnswerRules.members(reply).containsKey("payload")) {
            return "the body is not a JSON object with a payload: " + reply;
        }
        return "";
    }

    /** What must not be shown to users, whatever the status. */
    static String shownFault(Reply reply) throws IOException {
        if (reply.status() == 503) {
            return "the platform discards what a 503 says, and shows the state of the pod instead: " + reply;
        }
        String text = reply.text();
        for (String shown : ShownTexts.of(text)) {
            if (shown.contains(Envelopes.TOKEN) || shown.contains(Envelopes.SECRET)) {
                return "the body repeats the token or a secret of the envelope: " + reply;
            }
            if (StackTraces.isIn(shown)) {
                return "the body has a stack trace: " + reply;
            }
        }
        if (text.length() > LONGEST) {
            return "the body has " + text.length() + " characters";
        }
        String phrase = PHRASES.get(reply.status());
        if (phrase != null && !reply.reason().isEmpty() && !reply.reason().matches(phrase)) {
            return "the reason phrase of " + reply.status() + " is '" + reply.reason() + "'; users read it";
        }
        return "";
    }
}
