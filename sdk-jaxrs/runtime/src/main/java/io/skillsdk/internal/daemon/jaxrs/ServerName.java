package io.skillsdk.internal.daemon.jaxrs;

import java.net.URI;
import java.net.URISyntaxException;
import org.glassfish.grizzly.http.server.Request;

/**
 * The host in the URI of a request. A Host header may have names that {@code java.net.URI} refuses, such as one with an underscore
 * in a test network: Jersey then sees {@code localhost} instead. The header itself stays as it was sent.
 */
final class ServerName {

    private static final String INSTEAD = "localhost";

    /** The last name that was valid: nearly always the only one. */
    private volatile String valid = INSTEAD;

    /** Sees to it that the request has a name of which a URI can be made. */
    void makeValid(Request request) {
        String name = request.getServerName();
        if (!valid.equals(name)) {
            if (isValid(name)) {
                valid = name;
            } else {
                request.getRequest().serverName().setString(INSTEAD);
            }
        }
    }

    private static boolean isValid(String name) {
        try {
            return new URI("http", null, name, 80, "/", null, null).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
