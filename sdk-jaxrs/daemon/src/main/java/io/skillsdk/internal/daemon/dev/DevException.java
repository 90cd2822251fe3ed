package io.skillsdk.internal.daemon.dev;

/** Why there is no development mode here, in a sentence. */
public final class DevException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DevException(String message) {
        super(message);
    }
}
