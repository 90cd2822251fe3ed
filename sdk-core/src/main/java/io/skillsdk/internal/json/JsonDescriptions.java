package io.skillsdk.internal.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** JSON in words for people. */
final class JsonDescriptions {

    private JsonDescriptions() {}

    static String of(JsonToken first) {
        return switch (first) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        };
    }

    /** Where a fault is, below the envelope's payload. */
    static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            path.append(FieldNames.segment(step.getPropertyName(), step.getIndex()));
        }
        return path.toString();
    }
}
