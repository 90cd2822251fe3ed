package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.PageRequest;
import io.skillsdk.daemon.extension.PageResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Streamable HTTP without sessions: each POST is one message, and its answer is JSON. The server is made at the first. */
final class McpPage implements BuiltInPage.Answer {

    /** Above all that a call may take: a call is answered within its own deadline. */
    static final Duration LONGEST = Duration.ofHours(3);

    private static final List<String> TRACING = List.of(
            "traceparent",
            "tracestate",
            "b3",
            "x-b3-traceid",
            "x-b3-spanid",
            "x-b3-parentspanid",
            "x-b3-sampled",
            "x-request-id");

    private static final byte[] NOTHING = new byte[0];

    private final Supplier<List<SyncToolSpecification>> tools;

    // guarded by this
    private @Nullable StatelessTransport made;

    McpPage(Supplier<List<SyncToolSpecification>> tools) {
        this.tools = tools;
    }

    @Override
    public PageResponse to(PageRequest request) throws IOException {
        McpJsonMapper mapper = McpJsonDefaults.getMapper();
        McpSchema.JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(mapper, new String(request.body(), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            return refused();
        }
        if (message instanceof JSONRPCRequest call && !CallParameters.areValid(call)) {
            JSONRPCResponse error = CallParameters.refused(call);
            return PageResponse.ok("application/json", mapper.writeValueAsBytes(error));
        }
        McpStatelessServerHandler handler = transport().handler();
        McpTransportContext context = McpTransportContext.create(tracing(request));
        if (message instanceof JSONRPCRequest call) {
            JSONRPCResponse answer = handler.handleRequest(context, call).block(LONGEST);
            return PageResponse.ok("application/json", mapper.writeValueAsBytes(answer));
        }
        if (message instanceof JSONRPCNotification notification) {
            handler.handleNotification(context, notification).block(LONGEST);
        }
        return PageResponse.of(202, "application/json", NOTHING);
    }

    private static PageResponse refused() {
        String error =
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"The body is not a message of"
                        + " JSON-RPC 2.0.\"}}";
        return PageResponse.of(400, "application/json", error.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> tracing(PageRequest request) {
        Map<String, Object> tracing = new LinkedHashMap<>();
        TRACING.forEach(name -> request.header(name).ifPresent(value -> tracing.put(name, value)));
        return tracing;
    }

    /** The headers that join a tool call with the trace of its request. */
    static Map<String, List<String>> tracing(McpTransportContext context) {
        Map<String, List<String>> tracing = new LinkedHashMap<>();
        TRACING.forEach(name -> {
            if (context.get(name) instanceof String value) {
                tracing.put(name, List.of(value));
            }
        });
        return tracing;
    }

    private synchronized StatelessTransport transport() {
        StatelessTransport transport = made;
        if (transport == null) {
            transport = new StatelessTransport();
            var unused = McpServer.sync(transport)
                    .serverInfo("skill", "1")
                    .validateToolInputs(false)
                    .immediateExecution(true)
                    .capabilities(
                            McpSchema.ServerCapabilities.builder().tools(false).build())
                    .tools(tools.get())
                    .build();
            made = transport;
        }
        return transport;
    }
}
