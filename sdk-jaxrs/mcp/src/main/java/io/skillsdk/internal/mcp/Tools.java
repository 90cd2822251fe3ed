package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.openapi.ToolDescription;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Actions as tools, and answers as results of tools. */
final class Tools {

    private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "DELETE", "OPTIONS");

    private static final Set<String> READING = Set.of("GET", "OPTIONS");

    private static final int FIRST_ERROR = 400;

    private Tools() {}

    /** The tool of an action. */
    static Tool of(Action action, ToolDescription described) {
        String title = action.title().isEmpty() ? action.name() : action.title();
        boolean reads = READING.contains(action.method());
        return Tool.builder(action.name(), described.input())
                .title(title)
                .description(action.description().isEmpty() ? title : action.description())
                .outputSchema(described.output())
                .annotations(new ToolAnnotations(
                        title,
                        reads,
                        // what an action does with a payload is not known: the careful answer of the protocol's default
                        reads ? Boolean.FALSE : action.method().equals("DELETE") ? Boolean.TRUE : null,
                        REPEATABLE.contains(action.method()) ? Boolean.TRUE : null,
                        null,
                        null))
                .build();
    }

    /**
     * The result of a tool.
     *
     * @param flat whether the caller knows the members of the payload as arguments
     */
    static CallToolResult result(int status, byte[] answer, boolean flat) {
        String text = new String(answer, StandardCharsets.UTF_8);
        if (status < FIRST_ERROR) {
            return CallToolResult.builder()
                    .addTextContent(text)
                    .structuredContent(JsonCodec.readObject(answer))
                    .isError(false)
                    .build();
        }
        return CallToolResult.builder()
                .addTextContent(String.join("\n", sentences(JsonCodec.readObject(answer), flat)))
                .isError(true)
                .build();
    }

    /** What is wrong, in words that a model can act on: one line for each fault, by the name of its argument. */
    private static List<String> sentences(Map<String, Object> answer, boolean flat) {
        List<String> sentences = new ArrayList<>();
        Map<?, ?> error = object(object(answer.get("payload")).get("error"));
        sentences.add(String.valueOf(error.get("detail")));
        if (error.get("violations") instanceof List<?> violations) {
            violations.forEach(each ->
                    sentences.add(argument(String.valueOf(object(each).get("field")), flat) + " "
                            + object(each).get("message")));
        }
        return sentences;
    }

    private static String argument(String field, boolean flat) {
        String named = field.replaceFirst("^(path|query|headers)\\.", "");
        return flat ? named.replaceFirst("^payload\\.", "") : named;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
