package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import java.util.List;
import java.util.Map;

/**
 * What a call is answered with when its action leaves it to the SDK that the platform failed it. Never 503, whose body the gateway
 * discards, and never with the platform's own words, which are for the log.
 */
final class PlatformFailures {

    private PlatformFailures() {}

    /**
     * The answer, and the line of the log.
     *
     * @param thrown what came out of the action, for the log
     */
    static ActionAnswer answer(Action action, SkillRequest<?> request, FabricException fault, Throwable thrown) {
        String activationId = request.activationId().orElse(null);
        int status = status(fault.reason());
        CallLog.failed(action, activationId, "the platform failed it", thrown);
        String where =
                " The cause is in the skill's log" + (activationId == null ? "." : ", under this activation's id.");
        Map<String, String> headers = status == 429 ? Map.of("Retry-After", "1") : Map.of();
        return ErrorAnswers.of(status, sentence(action, fault.reason()) + where, activationId, List.of(), headers);
    }

    private static int status(FabricException.Reason reason) {
        return switch (reason) {
            case NOT_FOUND, INVALID, CONFLICT, TOO_LARGE -> 500;
            case BUSY -> 429;
            case TIMED_OUT, INTERRUPTED -> 504;
            case TOKEN_MISSING, TOKEN_REFUSED, FORBIDDEN, UNAVAILABLE, UNREADABLE_ANSWER -> 502;
        };
    }

    private static String sentence(Action action, FabricException.Reason reason) {
        String who = "the action '" + action.name() + "'";
        return switch (reason) {
            case NOT_FOUND, INVALID, CONFLICT, TOO_LARGE -> "The action '" + action.name() + "' failed.";
            case BUSY -> "The platform is too busy for " + who + ". Try again later.";
            case TIMED_OUT, INTERRUPTED -> "The platform did not answer " + who + " in time.";
            case TOKEN_MISSING ->
                "This call carries no token, and without one " + who
                        + " cannot use the platform. The platform sends a token with POST, PUT and PATCH.";
            case TOKEN_REFUSED -> "The platform did not accept the token of this call from " + who + ".";
            case FORBIDDEN -> "The platform does not allow this call to do what " + who + " needs.";
            case UNAVAILABLE, UNREADABLE_ANSWER -> "The platform did not answer " + who + ".";
        };
    }
}
