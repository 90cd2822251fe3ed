package io.skillsdk.internal.action;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One call, as a door hands it in. Headers and query are read only for an action that asks for its context. */
public interface ActionCall {

    /** The body as sent, uncompressed; empty for a method that carries none. */
    byte[] body();

    /** The body's media type as the sender declares it; {@code ""} when it declares none. */
    String contentType();

    /** The headers, by name as sent. */
    Map<String, List<String>> headers();

    /** The value of a header, by its name in any case; {@code ""} when there is none. */
    default String header(String name) {
        for (Map.Entry<String, List<String>> header : headers().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
                return header.getValue().get(0);
            }
        }
        return "";
    }

    /** What stands for the names in the action's path, percent-decoded. */
    Map<String, String> pathParameters();

    /** The query parameters, percent-decoded. */
    Map<String, List<String>> queryParameters();

    /** When the caller stops waiting. */
    Instant deadline();
}
