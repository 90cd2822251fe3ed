package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.Map;

/** The parameters of a request, which the library does not refuse by itself: it fails on them. */
final class CallParameters {

    /** What the parameters of a method are read as, where they are needed. */
    private static final Map<String, Class<?>> NEEDED = Map.of(
            McpSchema.METHOD_INITIALIZE, McpSchema.InitializeRequest.class,
            McpSchema.METHOD_TOOLS_CALL, McpSchema.CallToolRequest.class);

    /** The same for methods that do without. */
    private static final Map<String, Class<?>> OPTIONAL =
            Map.of(McpSchema.METHOD_TOOLS_LIST, McpSchema.PaginatedRequest.class);

    private CallParameters() {}

    /** Whether the library can read them. */
    static boolean areValid(JSONRPCRequest request) {
        Object params = request.params();
        Class<?> needed = NEEDED.get(request.method());
        if (params == null) {
            return needed == null;
        }
        if (!(params instanceof Map)) {
            return false;
        }
        Class<?> type = needed == null ? OPTIONAL.get(request.method()) : needed;
        try {
            return type == null || McpJsonDefaults.getMapper().convertValue(params, type) != null;
        } catch (RuntimeException e) {
            // of whichever JSON library the mapper is made of
            return false;
        }
    }

    static JSONRPCResponse refused(JSONRPCRequest request) {
        return JSONRPCResponse.error(
                request.id(),
                new JSONRPCError(
                        McpSchema.ErrorCodes.INVALID_PARAMS,
                        "The params of " + request.method() + " are not valid.",
                        null));
    }
}
