package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Reply;
import io.skillsdk.internal.conformance.json.JsonText;
import io.skillsdk.internal.conformance.json.NotJsonException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gateway makes an activation of: any other answer with a 2xx status fails it, or is taken for something else. */
final class AnswerRules {

    private AnswerRules() {}

    /** The first rule that an answer breaks; empty when it is one that the gateway completes an activation with. */
    static String fault(Reply reply) throws IOException {
        if (!reply.isSuccess()) {
            return reply.toString();
        }
        if (!reply.hasBody()) {
            return "status " + reply.status() + " without a body: the gateway wants a JSON object with a payload";
        }
        String text = reply.text();
        if (text.startsWith("\uFEFF")) {
            return "the body begins with a byte order mark: the gateway takes the whole of it for a string";
        }
        try {
            if (!(JsonText.read(text) instanceof Map<?, ?> answer)) {
                return "the body is not a JSON object: " + reply;
            }
            return isTruthy(answer.get("payload"))
                    ? ""
                    : "the payload is missing, null, 0, false or \"\", which fails the activation: " + reply;
        } catch (NotJsonException e) {
            return "the body is not JSON (" + e.getMessage() + "), and becomes a string: " + reply;
        }
    }

    /** As JavaScript sees it, whose numbers are doubles: one that is too small is 0. */
    private static boolean isTruthy(@Nullable Object value) {
        return value != null
                && !value.equals(false)
                && !value.equals("")
                && !(value instanceof BigDecimal number && number.doubleValue() == 0);
    }

    /** The members of an answer that keeps the rules; none of another. */
    static Map<?, ?> members(Reply reply) throws IOException {
        try {
            return JsonText.read(reply.text()) instanceof Map<?, ?> answer ? answer : Map.of();
        } catch (NotJsonException e) {
            return Map.of();
        }
    }
}
