package io.skillsdk.internal.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a JSON object whose keys keep their order; what is empty is left out. */
final class JsonObject {

    private final Map<String, Object> keys = new LinkedHashMap<>();

    static JsonObject of(String key, Object value) {
        return new JsonObject().with(key, value);
    }

    JsonObject with(String key, Object value) {
        keys.put(key, value);
        return this;
    }

    /** Adds a text that is there. */
    JsonObject withText(String key, String text) {
        return text.isEmpty() ? this : with(key, text);
    }

    Map<String, Object> map() {
        return keys;
    }
}
