package io.skillsdk;

import java.io.Serializable;
import java.util.Objects;

/**
 * One fault in what a caller sent.
 *
 * @param field where it is, as the caller wrote it: {@code payload.rows[2].age}, {@code properties.threshold},
 *     {@code path.profileId}
 * @param message what is wrong and what is allowed, for the caller's eyes; without the value itself
 */
public record Violation(String field, String message) implements Serializable {

    /**
     * Makes a violation.
     *
     * @param field where it is
     * @param message what is wrong
     * @throws NullPointerException when either is null
     */
    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
