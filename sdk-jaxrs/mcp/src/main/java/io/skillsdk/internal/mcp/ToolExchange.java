package io.skillsdk.internal.mcp;

import io.skillsdk.internal.http.HttpExchange;
import java.util.List;
import java.util.Map;

/**
 * A tool call, as the pipeline sees requests.
 *
 * @param headers the headers, names in any case
 */
record ToolExchange(Map<String, List<String>> headers, Map<String, List<String>> queryParameters)
        implements HttpExchange {

    @Override
    public String header(String name) {
        if (name.equalsIgnoreCase("Content-Type")) {
            return "application/json";
        }
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.join(",", header.getValue()))
                .findFirst()
                .orElse("");
    }
}
