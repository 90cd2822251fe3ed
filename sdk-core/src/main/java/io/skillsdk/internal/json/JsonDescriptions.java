package io.skillsdk.internal.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JSON in words for people. */
final class JsonDescriptions {

    private JsonDescriptions() {}

    static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL, MISSING -> "null";
        };
    }

    /** Where a fault is, below the envelope's payload. */
    static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            path.append(step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName());
        }
        return path.toString();
    }
}
