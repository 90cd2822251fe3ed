package io.skillsdk.internal.answer;

import io.skillsdk.SkillError;
import io.skillsdk.Violation;
import io.skillsdk.internal.action.PathTemplate;
import io.skillsdk.internal.json.ViolationRoom;
import io.skillsdk.internal.json.answer.AnswerWriter;
import io.skillsdk.internal.text.LogText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The error answers of the pipeline and of the doors: one model, one form. */
public final class ErrorAnswers {

    // with these, an error is smaller than what the platform takes, whatever an author or a caller has put into it
    private static final int LONGEST_DETAIL = 4000;

    private static final int LONGEST_PART = 500;

    /** The header that ends a connection with this answer. */
    public static final Map<String, String> CLOSE = Map.of("Connection", "close");

    private static final AnswerWriter WRITER = new AnswerWriter(Integer.MAX_VALUE);

    private ErrorAnswers() {}

    /** An error with a sentence and nothing else. */
    public static ActionAnswer of(int status, String detail) {
        return of(status, detail, null, List.of(), Map.of());
    }

    /**
     * An error after which the connection closes: where the request ends is not certain, and the rest of it must not be read as
     * the next one.
     */
    public static ActionAnswer closing(int status, String detail) {
        return of(status, detail, null, List.of(), CLOSE);
    }

    /** Something has gone wrong in the daemon itself, and its log has the cause. */
    public static ActionAnswer daemonFailed() {
        return of(500, "The daemon could not answer. The cause is in its log.");
    }

    /** There is no place for the call now. */
    public static ActionAnswer tooBusy(String detail) {
        return of(429, detail, null, List.of(), Map.of("Retry-After", "1"));
    }

    /** No action answers at this path. {@code served} has method and path of each action. */
    public static ActionAnswer unknownPath(String path, List<String> served) {
        return of(
                404,
                "Nothing answers at /" + PathTemplate.normalise(path) + ". This daemon serves "
                        + String.join(", ", served) + ".");
    }

    /** An action answers at this path, but to other methods. */
    public static ActionAnswer wrongMethod(String method, String path, List<String> allowed) {
        String methods = String.join(", ", allowed);
        return of(
                405,
                method + " is not allowed at /" + PathTemplate.normalise(path) + ". Use " + methods + ".",
                null,
                List.of(),
                Map.of("Allow", methods));
    }

    public static ActionAnswer of(
            int status,
            String detail,
            @Nullable String activationId,
            List<Violation> violations,
            Map<String, String> headers) {
        SkillError error = new SkillError(
                status,
                ReasonPhrase.of(status),
                LogText.of(detail, LONGEST_DETAIL),
                activationId == null ? null : LogText.of(activationId, LONGEST_PART),
                excerpt(violations));
        return new ActionAnswer(status, WRITER.write(error), headers).saying(error.detail());
    }

    /** As many as there is room for. */
    private static List<Violation> excerpt(List<Violation> violations) {
        List<Violation> sent = new ArrayList<>();
        ViolationRoom room = new ViolationRoom();
        for (Violation violation : violations) {
            String field = LogText.of(violation.field(), ViolationRoom.LONGEST_PART);
            String message = LogText.of(violation.message(), ViolationRoom.LONGEST_PART);
            if (!room.take(field, message)) {
                break;
            }
            sent.add(new Violation(field, message));
        }
        return sent;
    }
}
