package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the gateway takes what the daemon answers, and for what it is. */
public final class AnswerChecks {

    private static final int LARGEST = 512 << 10;

    private AnswerChecks() {}

    public static List<Check> all() {
        return List.of(
                Check.required(
                        "answer.payload",
                        "Answer with a JSON object whose payload is not null, 0, false or \"\"",
                        target -> AnswerRules.fault(target.call(target.invoke()))),
                Check.required(
                        "answer.own-keys",
                        "Leave async and success at the top level to the gateway",
                        AnswerChecks::gatewaysKeys),
                Check.required(
                        "answer.output-name",
                        "Give outputName as a string that is not empty, or not at all",
                        AnswerChecks::outputName),
                Check.required("answer.size", "Answer with at most 512 KiB", target -> {
                    int size = target.call(target.invoke()).content().length;
                    return size <= LARGEST ? "" : "the body has " + size + " bytes";
                }),
                Check.recommended("answer.content-type", "Say that the answer is application/json", target -> {
                    Reply reply = target.call(target.invoke());
                    String type = reply.header("content-type").toLowerCase(Locale.ROOT);
                    return type.startsWith("application/json") ? "" : "the Content-Type is '" + type + "'";
                }));
    }

    private static String gatewaysKeys(Target target) throws IOException {
        Map<?, ?> answer = AnswerRules.members(target.call(target.invoke()));
        for (String key : List.of("async", "success")) {
            if (answer.containsKey(key)) {
                return "'" + key
                        + "' stands beside the payload: with async true, the activation stays PENDING for ever";
            }
        }
        return "";
    }

    private static String outputName(Target target) throws IOException {
        Map<?, ?> answer = AnswerRules.members(target.call(target.invoke()));
        return !answer.containsKey("outputName") || (answer.get("outputName") instanceof String name && !name.isEmpty())
                ? ""
                : "outputName is " + answer.get("outputName");
    }
}
