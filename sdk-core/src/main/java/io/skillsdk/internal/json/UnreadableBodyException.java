package io.skillsdk.internal.json;

import io.skillsdk.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body that is no envelope for its action: not JSON, not an object, or with a payload of another type. */
public final class UnreadableBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean json;

    private final Violation[] violations;

    private final @Nullable String activationId;

    private UnreadableBodyException(
            String detail, boolean json, List<Violation> violations, @Nullable String activationId) {
        super(detail, null, false, false);
        this.json = json;
        this.violations = violations.toArray(new Violation[0]);
        this.activationId = activationId;
    }

    static UnreadableBodyException notJson(String detail) {
        return new UnreadableBodyException(detail, false, List.of(), null);
    }

    static UnreadableBodyException noEnvelope(String detail) {
        return new UnreadableBodyException(detail, true, List.of(), null);
    }

    static UnreadableBodyException badPayload(List<Violation> violations, @Nullable String activationId) {
        String what = violations.size() == 1 ? "a fault" : violations.size() + " faults";
        Violation first = violations.get(0);
        String more = violations.size() == 1 ? "." : ", and more.";
        return new UnreadableBodyException(
                "The payload has " + what + ": " + first.field() + " " + first.message() + more,
                true,
                violations,
                activationId);
    }

    /** What is wrong, for the sender's eyes: nothing of the body is in it. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Whether the body is JSON at least. */
    public boolean isJson() {
        return json;
    }

    /** The single faults of the payload. */
    public List<Violation> violations() {
        return List.of(violations);
    }

    /** The activation, if the body told it. */
    public @Nullable String activationId() {
        return activationId;
    }
}
