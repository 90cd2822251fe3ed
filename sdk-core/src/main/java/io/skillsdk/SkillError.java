package io.skillsdk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An error as the caller reads it: the {@code payload.error} of an answer that is not 2xx. The platform shows it to
 * its user verbatim (gateway), so it never has a stack trace, a class name, the token or a property's value.
 *
 * @param status the HTTP status, 400 to 599
 * @param title the status in words, such as {@code Bad Request}
 * @param detail what happened and what to do, in a sentence
 * @param activationId the activation that failed, or null when the call had none
 * @param violations the single faults of a refused call; empty for other errors
 */
public record SkillError(
        int status, String title, String detail, @Nullable String activationId, List<Violation> violations) {

    /**
     * Makes an error; the list of violations is copied.
     *
     * @param status the HTTP status
     * @param title the status in words
     * @param detail what happened
     * @param activationId the activation, or null
     * @param violations the single faults, or null for none
     */
    public SkillError(
            int status,
            String title,
            String detail,
            @Nullable String activationId,
            @Nullable List<Violation> violations) {
        this.status = status;
        this.title = Objects.requireNonNull(title, "title");
        this.detail = Objects.requireNonNull(detail, "detail");
        this.activationId = activationId;
        // absent from the JSON of an error without faults
        this.violations = violations == null ? List.of() : CheckedCopies.list(violations, "violations");
    }
}
