package io.skillsdk.internal.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** A body of JSON. */
final class JsonMedia {

    private JsonMedia() {}

    /**
     * Makes the content of a request or response.
     *
     * @param examples whole bodies, by name
     */
    static Map<String, Object> of(Map<String, Object> schema, Map<String, ?> examples) {
        JsonObject media = JsonObject.of("schema", schema);
        if (!examples.isEmpty()) {
            Map<String, Object> named = new LinkedHashMap<>();
            examples.forEach((name, value) -> named.put(name, Map.of("value", value)));
            media.with("examples", named);
        }
        return JsonObject.of("application/json", media.map()).map();
    }
}
