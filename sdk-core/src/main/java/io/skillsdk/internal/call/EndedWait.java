package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of calls that are not waited for any more. */
final class EndedWait {

    private EndedWait() {}

    /** Tells that an action has taken too long, and what to do. */
    static ActionAnswer timedOut(Action action, String time, String advice, @Nullable SkillRequest<?> envelope) {
        String detail = "The action '" + action.name() + "' did not answer within " + time + ". " + advice;
        return error(504, detail, envelope).as(CallOutcome.TIMED_OUT);
    }

    /** Tells that the call was ended for another reason than its time. */
    static ActionAnswer cancelled(String detail, @Nullable SkillRequest<?> envelope) {
        return error(500, detail, envelope).as(CallOutcome.FAILED);
    }

    /** A time as a client reads it. */
    static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static ActionAnswer error(int status, String detail, @Nullable SkillRequest<?> envelope) {
        String activationId = envelope == null ? null : envelope.activationId().orElse(null);
        return ErrorAnswers.of(status, detail, activationId, List.of(), Map.of());
    }
}
