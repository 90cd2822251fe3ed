package io.skillsdk.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A request over HTTP, as a server or JAX-RS runtime has it. */
public interface HttpExchange {

    /** The value of a header, or {@code ""}; one that was sent several times is a list with commas (RFC 9110, 5.3). */
    String header(String name);

    /** All headers, by name as sent. */
    Map<String, List<String>> headers();

    /** The query parameters, percent-decoded. */
    Map<String, List<String>> queryParameters();

    /** How much of the time of a call is over when it is made, as other code, such as filters, has had the request first. */
    default Duration spent() {
        return Duration.ZERO;
    }

    /** Whether the body has been received whole, so that reading it never waits. */
    default boolean hasWholeBody() {
        return false;
    }
}
