package io.skillsdk;

/**
 * The HTTP methods that an action can answer to. {@code HEAD} is not one of them: its answer has no body, and the
 * gateway fails an activation whose answer has none.
 */
public enum HttpMethod {
    /** The value of the setting {@code daemon.method}: {@code POST}, unless it is set (documentation). */
    DEFAULT,
    /** The platform sends an envelope. */
    POST,
    /** The platform sends an envelope, up to three times when the first answers are 408, 413, 429 or 5xx (gateway). */
    PUT,
    /** The platform sends an envelope. */
    PATCH,
    /** The platform sends no envelope: only path, query and headers; up to three times, as for {@code PUT} (gateway). */
    GET,
    /** The platform sends no envelope: only path, query and headers; up to three times, as for {@code PUT} (gateway). */
    DELETE,
    /** The platform sends no envelope: only path, query and headers (gateway). */
    OPTIONS
}
