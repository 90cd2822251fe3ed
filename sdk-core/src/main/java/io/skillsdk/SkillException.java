package io.skillsdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an action to answer a call with a status and a sentence of its own.
 *
 * <p>The platform marks the activation as failed and shows the answer to its user verbatim (gateway), so the message is
 * for that user: short, clear, without secrets. As an answer has a limit (documentation: 512 kB), 4000 characters of the
 * message are sent at most, and as many violations as there is room for: some hundreds. Any other exception is answered
 * with 500 and a neutral sentence.
 */
public class SkillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private final Violation[] violations;

    /**
     * Makes an error answer.
     *
     * @param status the HTTP status: 400 to 599, but not 503, whose body the gateway discards
     * @param message what is wrong and what to do, shown to the user
     * @throws IllegalArgumentException when the status is not allowed
     */
    public SkillException(int status, String message) {
        this(status, message, List.of(), null);
    }

    /**
     * Makes an error answer with its cause, which is logged and never sent.
     *
     * @param status the HTTP status: 400 to 599, but not 503, whose body the gateway discards
     * @param message what is wrong and what to do, shown to the user
     * @param cause the cause, or null
     * @throws IllegalArgumentException when the status is not allowed
     */
    public SkillException(int status, String message, @Nullable Throwable cause) {
        this(status, message, List.of(), cause);
    }

    /**
     * Makes an error answer that names single faults.
     *
     * @param status the HTTP status: 400 to 599, but not 503, whose body the gateway discards
     * @param message what is wrong and what to do, shown to the user
     * @param violations the single faults, shown to the user
     * @throws IllegalArgumentException when the status is not allowed
     */
    public SkillException(int status, String message, List<Violation> violations) {
        this(status, message, violations, null);
    }

    private SkillException(int status, String message, List<Violation> violations, @Nullable Throwable cause) {
        super(message, cause);
        if (status < 400 || status > 599 || status == 503) {
            throw new IllegalArgumentException(
                    "Status " + status + " is not an error of an action. Use 400 to 599, but not"
                            + " 503: the platform's gateway discards the body of a 503");
        }
        this.status = status;
        this.violations = violations.toArray(new Violation[0]);
    }

    /**
     * Returns the HTTP status of the answer.
     *
     * @return 400 to 599, never 503
     */
    public int status() {
        return status;
    }

    /**
     * Returns the single faults.
     *
     * @return an unmodifiable list, empty when there are none
     */
    public List<Violation> violations() {
        return List.of(violations);
    }
}
