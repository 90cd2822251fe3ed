package io.skillsdk.internal.daemon.request;

import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;

/** The time of an answer, which HTTP requires (RFC 9110, 6.6.1). Grizzly sets its own too late for the headers, and it is lost. */
public final class ResponseDate {

    private ResponseDate() {}

    /** Sets it, unless it is set. */
    public static void set(Response response) {
        if (!response.containsHeader(Header.Date)) {
            response.setHeader(Header.Date, FastHttpDateFormat.getCurrentDate());
        }
    }
}
