package io.skillsdk.internal.daemon.jaxrs;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** The URIs of requests, as JAX-RS wants them. */
final class RequestUris {

    private static final String IN_QUERY = "-._~!$&'()*+,;=:@/?%";

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

    /** The URI that was called, or null when what was sent is none. A query may have in it what is to be encoded: it is. */
    @Nullable URI of(Request request, URI base) {
        String root = base.toString();
        String path = request.getRequestURI();
        String query = request.getQueryString();
        String start = root.substring(0, root.length() - 1) + (path.startsWith("/") ? path : "/" + path);
        try {
            return new URI(query == null ? start : start + "?" + query);
        } catch (URISyntaxException e) {
            return query == null ? null : encoded(start, query);
        }
    }

    private static @Nullable URI encoded(String start, String query) {
        StringBuilder encoded = new StringBuilder(start).append('?');
        byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (plain || (IN_QUERY.indexOf(c) >= 0 && (c != '%' || isEscape(bytes, i)))) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        try {
            return new URI(encoded.toString());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isEscape(byte[] bytes, int percent) {
        return percent + 2 < bytes.length
                && Character.digit(bytes[percent + 1], 16) >= 0
                && Character.digit(bytes[percent + 2], 16) >= 0;
    }
}
