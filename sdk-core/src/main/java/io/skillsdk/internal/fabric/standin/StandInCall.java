package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.List;
import java.util.Map;

/**
 * A request as the stand-in sees it.
 *
 * @param method its HTTP method
 * @param path the segments below the resource's name, decoded
 * @param query the query's values by name, decoded
 * @param contentType the body's media type, {@code ""} for none
 * @param body its body, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StandInCall(String method, List<String> path, Map<String, String> query, String contentType, byte[] body) {

    /** The body as JSON. */
    JsonDocument json() {
        if (body.length == 0) {
            return JsonDocument.ABSENT;
        }
        JsonDocument json = JsonDocument.tryRead(body);
        if (json == null) {
            throw new Refusal(400, "The body is not valid JSON");
        }
        return json;
    }

    /** The body as a JSON object. */
    JsonDocument object() {
        JsonDocument json = json();
        if (!json.isObject()) {
            throw new Refusal(400, "The body must be a JSON object");
        }
        return json;
    }

    /** A segment of the path. */
    String segment(int index) {
        return path.get(index);
    }

    /** The method, and how many segments there are: what a resource tells its calls by. */
    String shape() {
        return method + " " + path.size();
    }

    /** A whole number in the query. */
    int number(String name, int fallback) {
        String text = query.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal(400, "'" + name + "' must be a number");
        }
    }

    @Override
    public String toString() {
        return "StandInCall[" + method + " " + String.join("/", path) + "]";
    }
}
