package io.skillsdk.internal.fabric.standin;

/** An answer that is no success. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** The member of the body that is not valid; empty for none. */
    private final String member;

    Refusal(int status, String message) {
        this(status, message, "");
    }

    Refusal(int status, String message, String member) {
        super(message, null, false, false);
        this.status = status;
        this.member = member;
    }

    String member() {
        return member;
    }

    int status() {
        return status;
    }
}
