package io.skillsdk.internal.mcp;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ParameterInfo;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool call, as the parts of a call of its action.
 *
 * @param path what stands for the names in its path
 * @param query the query parameters
 * @param headers the headers
 * @param payload the payload; null where none is sent
 */
record ToolArguments(
        Map<String, String> path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        @Nullable Object payload) {

    /** Of a whole number in a URL. */
    private static final int MOST_DIGITS = 100;

    /**
     * Takes arguments apart.
     *
     * @param flat whether the members of the payload are arguments of their own
     */
    static ToolArguments of(Action action, boolean flat, Map<String, Object> arguments) {
        Map<String, Object> left = new LinkedHashMap<>(arguments);
        Map<String, String> path = new LinkedHashMap<>();
        Map<String, List<String>> query = new LinkedHashMap<>();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (ParameterInfo info : action.parameters()) {
            Object value = left.remove(info.name());
            if (value == null) {
                continue;
            }
            List<String> texts = value instanceof List<?> many
                    ? many.stream()
                            .filter(Objects::nonNull)
                            .map(ToolArguments::text)
                            .toList()
                    : List.of(text(value));
            switch (info.in()) {
                case "path" -> path.put(info.name(), texts.isEmpty() ? "" : texts.get(0));
                case "query" -> query.put(info.name(), texts);
                default -> headers.put(info.name(), texts);
            }
        }
        return new ToolArguments(path, query, headers, flat ? left : left.get("payload"));
    }

    /** As a URL has it. JSON knows no integers: 2.0 and 2e0 are 2. */
    private static String text(Object value) {
        if (!(value instanceof Double || value instanceof Float || value instanceof BigDecimal)) {
            return value.toString();
        }
        BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
        return number.scale() <= 0 && number.precision() - number.scale() <= MOST_DIGITS
                ? number.toPlainString()
                : value.toString();
    }

    /** The envelope; empty for an action that takes no body. */
    Map<String, Object> envelope() {
        return payload == null ? Map.of() : Map.of("payload", payload);
    }
}
