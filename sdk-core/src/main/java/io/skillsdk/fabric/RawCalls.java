package io.skillsdk.fabric;

import org.jspecify.annotations.Nullable;

/**
 * Calls of the platform that have no method of their own. Paths are below {@code /fabric/v4}, with names in braces, which are
 * encoded: {@code raw().get("projects/{project}/tasks/{id}", Map.class, fabric.projectId(), id)}.
 */
public interface RawCalls {

    /**
     * Reads.
     *
     * @param <T> the answer's type
     * @param path the path, with names in braces and perhaps a query such as {@code ?limit={n}}
     * @param type what the JSON of the answer is read as
     * @param values what stands for the names, in order
     * @return the answer
     */
    <T> T get(String path, Class<T> type, Object... values);

    /**
     * Makes any call that takes and answers JSON. GET, PUT and DELETE are sent again when a connection breaks; POST and PATCH
     * are not.
     *
     * @param <T> the answer's type
     * @param method the HTTP method: GET, POST, PUT, PATCH or DELETE
     * @param path the path, with names in braces
     * @param body what is sent as JSON, or null for nothing
     * @param type what the JSON of the answer is read as; an empty answer is read as an empty object
     * @param values what stands for the names, in order
     * @return the answer
     * @throws IllegalArgumentException when the path has more or fewer names than there are values
     */
    <T> T send(String method, String path, @Nullable Object body, Class<T> type, Object... values);

    /**
     * Downloads what is not JSON, such as a log. Close the result.
     *
     * @param path the path, with names in braces
     * @param values what stands for the names, in order
     * @return the download
     */
    Download download(String path, Object... values);
}
