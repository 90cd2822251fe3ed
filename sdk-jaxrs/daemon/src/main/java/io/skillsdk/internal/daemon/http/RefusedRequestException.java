package io.skillsdk.internal.daemon.http;

/** A request that cannot be read in one way only, or must not be served: it is answered, and its connection closes. */
final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Makes a refusal, without a stack: a client's fault is not worth one.
     *
     * @param detail what is wrong and what is allowed, for its sender
     */
    RefusedRequestException(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** A request that is not valid HTTP/1.1. */
    static RefusedRequestException malformed(String detail) {
        return new RefusedRequestException(400, "The request is not valid HTTP/1.1: " + detail);
    }

    int status() {
        return status;
    }
}
