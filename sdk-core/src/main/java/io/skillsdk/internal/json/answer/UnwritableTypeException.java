package io.skillsdk.internal.json.answer;

/** A result type that has nothing to write. The message says why, and what to return instead. */
public final class UnwritableTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableTypeException(String message) {
        super(message);
    }

    /** Why, and what to return instead. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
