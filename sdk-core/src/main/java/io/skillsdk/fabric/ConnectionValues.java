package io.skillsdk.fabric;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type and the parameters of a connection, read one by one. No message has a value in it. */
final class ConnectionValues {

    private final String name;

    private final String type;

    private final Map<String, JsonDocument> params = new LinkedHashMap<>();

    ConnectionValues(JsonDocument definition) {
        this.name = definition.get("name").text();
        this.type = definition.get("connectionType").text();
        // the same name may come twice: the last counts, as in the dict of cortex-python's users
        definition
                .get("params")
                .elements()
                .forEach(param -> params.put(param.get("name").text(), param.get("value")));
        params.values().removeIf(JsonDocument::isAbsent);
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    Set<String> names() {
        return Collections.unmodifiableSet(params.keySet());
    }

    String text(String param) {
        return find(param)
                .orElseThrow(() ->
                        invalid("it has no parameter '" + param + "'; it has " + String.join(", ", params.keySet())));
    }

    Optional<String> find(String param) {
        return Optional.ofNullable(params.get(param)).map(JsonDocument::text);
    }

    boolean flag(String param, boolean defaultValue) {
        return find(param).map(Boolean::parseBoolean).orElse(defaultValue);
    }

    long number(String param) {
        String text = text(param);
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            // without the exception, which quotes the value
            throw invalid("its parameter '" + param + "' is not a whole number");
        }
    }

    <T> T as(Class<T> asked) {
        return JsonDocument.of(params).as(asked, words());
    }

    FabricException invalid(String detail) {
        return new FabricException(FabricException.Reason.INVALID, 0, words(), detail);
    }

    private String words() {
        return "the connection '" + name + "'";
    }
}
