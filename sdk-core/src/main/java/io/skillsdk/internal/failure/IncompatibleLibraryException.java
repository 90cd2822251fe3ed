package io.skillsdk.internal.failure;

/** Libraries on the class path that do not fit together: nothing can start with them. Its message names the fix. */
public final class IncompatibleLibraryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public IncompatibleLibraryException(String message) {
        super(message);
    }

    public IncompatibleLibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
