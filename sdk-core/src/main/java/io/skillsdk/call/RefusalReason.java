package io.skillsdk.call;

/**
 * Why a request was refused before an action was called. What an action, its payload's constraints or an interceptor
 * refuse is a call, which a {@link CallListener} is told of.
 */
public enum RefusalReason {
    /** Answered 429: there was no free slot for the call within {@code daemon.max-wait}. It is told to listeners, too. */
    OVERLOADED,
    /** Answered 404: nothing answers at the path. */
    UNKNOWN_PATH,
    /** Answered 405: an action answers at the path, to another method. */
    WRONG_METHOD,
    /** Answered 400 or 415: the body chooses no action at {@code daemon.path}. */
    UNKNOWN_OUTPUT,
    /** Answered 413: the body is larger than {@code daemon.max-request-size}. */
    BODY_TOO_LARGE,
    /** Answered 408: the body did not arrive within {@code daemon.request-timeout}. */
    BODY_TOO_SLOW,
    /** Answered 400 or 415: the body ended early, or is compressed or encoded in a way that is not understood. */
    BODY_UNREADABLE,
    /** Answered 429: the daemon holds as many bodies as it has memory for. */
    BODY_MEMORY,
    /** Answered with 400 to 431 or 501: the request is not valid HTTP, or a page of another site sent it. */
    MALFORMED_REQUEST,
    /** Not answered: as many connections are open as {@code daemon.max-connections} allows. */
    CONNECTION_LIMIT
}
