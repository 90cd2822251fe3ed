package io.skillsdk.internal.json.library;

/** Libraries on the class path that do not fit together: nothing can start with them. Its message names the fix. */
public final class IncompatibleLibraryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    IncompatibleLibraryException(String message) {
        super(message);
    }
}
