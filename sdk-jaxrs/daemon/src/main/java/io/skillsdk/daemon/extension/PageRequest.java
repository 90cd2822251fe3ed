package io.skillsdk.daemon.extension;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request for a page. The daemon makes it; it is valid until the page has answered. */
public interface PageRequest {

    /**
     * Returns the HTTP method.
     *
     * @return the method; {@code GET} for a {@code HEAD}, whose answer the daemon sends without its body
     */
    String method();

    /**
     * Returns the path.
     *
     * @return the path with its leading slash, without the query
     */
    String path();

    /**
     * Returns a header.
     *
     * @param name the header's name, in any case
     * @return its first value, or empty
     */
    Optional<String> header(String name);

    /**
     * Returns the query parameters.
     *
     * @return names to values, percent-decoded, in the order of the query
     */
    Map<String, List<String>> queryParameters();

    /**
     * Returns who is at the other end of the connection, which may be a proxy.
     *
     * @return the address; {@link InetAddress#isLoopbackAddress} for this machine
     */
    InetAddress remoteAddress();

    /**
     * Returns the body, which is within {@code daemon.max-request-size}.
     *
     * @return the bytes as sent; empty for a GET
     */
    byte[] body();
}
