package io.skillsdk.daemon.extension;

import java.util.Objects;

/**
 * A page that the daemon answers by itself, on every route, such as {@code /metrics}. It takes precedence over resources of
 * JAX-RS, as the health pages do, but never over an action: where an action answers at its path, whatever the method, the
 * page gives way, and the log says so at start. Another method at its path is left to the actions.
 *
 * @param method the HTTP method in capitals; {@code GET} answers {@code HEAD}, too
 * @param path its path, of letters, digits and {@code . _ ~ / -}, without a slash at its ends, such as {@code docs/page.js}
 * @param answer what answers it
 */
public record BuiltInPage(String method, String path, Answer answer) {

    /** What answers a page. Called for each request, from several threads, a few at a time; it may block. */
    @FunctionalInterface
    public interface Answer {

        /**
         * Answers a request.
         *
         * @param request the request
         * @return the answer
         * @throws Exception for a 500 with a neutral sentence; the log has the cause
         */
        PageResponse to(PageRequest request) throws Exception;
    }

    /**
     * Makes a page.
     *
     * @param method the HTTP method
     * @param path the path
     * @param answer what answers it
     * @throws IllegalArgumentException when the method or the path is not valid
     */
    public BuiltInPage {
        Objects.requireNonNull(answer, "answer");
        if (!method.matches("[A-Z]+") || method.equals("HEAD")) {
            throw new IllegalArgumentException(
                    "'" + method + "' is not a valid method of a page. Use GET, POST or the like.");
        }
        if (!path.matches("[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException(
                    "'" + path
                            + "' is not a valid path of a page. Use letters, digits and . _ ~ - in parts separated by single slashes.");
        }
    }

    /**
     * Makes a page that is got.
     *
     * @param path its path, as for the record
     * @param answer what answers it
     * @return the page
     */
    public static BuiltInPage get(String path, Answer answer) {
        return new BuiltInPage("GET", path, answer);
    }
}
