package io.skillsdk.internal.daemon.jaxrs;

import java.net.URI;
import java.net.URISyntaxException;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** The URIs of requests, as JAX-RS wants them. */
final class RequestUris {

    /** Of the last request: most have the same. */
    private volatile URI lastBase = URI.create("http://localhost/");

    /** The root of the server, under the name by which the client calls it. */
    URI base(Request request) {
        String root = root(request);
        URI last = lastBase;
        if (last.toString().equals(root)) {
            return last;
        }
        URI base = URI.create(root);
        lastBase = base;
        return base;
    }

    private static String root(Request request) {
        int port = request.getServerPort();
        String name = request.getServerName();
        return port == 80 ? "http://" + name + "/" : "http://" + name + ":" + port + "/";
    }

    /** The URI that was called, or null when what was sent is none: the transport has encoded what does not belong in one. */
    @Nullable URI of(Request request, URI base) {
        String root = base.toString();
        String path = request.getRequestURI();
        String query = request.getQueryString();
        String start = root.substring(0, root.length() - 1) + (path.startsWith("/") ? path : "/" + path);
        try {
            return new URI(query == null ? start : start + "?" + query);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
