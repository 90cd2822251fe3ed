package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.DaemonExtension;
import io.skillsdk.daemon.extension.DaemonInfo;
import io.skillsdk.daemon.extension.PageResponse;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.page.ServedDaemon;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.openapi.ToolDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Adds {@code /mcp} to the daemon. */
public final class McpExtension implements DaemonExtension {

    private static final byte[] NO_BODY = new byte[0];

    private static final byte[] POST_ONLY =
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"There are no streams and no sessions here. Use POST.\"}}"
                    .getBytes(StandardCharsets.UTF_8);

    /** Made by the daemon. */
    public McpExtension() {}

    @Override
    public List<BuiltInPage> pages(DaemonInfo daemon) {
        ServedDaemon served = (ServedDaemon) daemon;
        McpPage page = new McpPage(() -> served.catalog().actions().stream()
                .map(action -> tool(served, action))
                .toList());
        BuiltInPage.Answer postOnly =
                request -> PageResponse.of(405, "application/json", POST_ONLY).header("Allow", "POST");
        return List.of(
                new BuiltInPage("POST", "mcp", page),
                BuiltInPage.get("mcp", postOnly),
                new BuiltInPage("DELETE", "mcp", postOnly));
    }

    private static SyncToolSpecification tool(ServedDaemon daemon, Action action) {
        ToolDescription described = ToolDescription.of(action);
        return SyncToolSpecification.builder()
                .tool(Tools.of(action, described))
                .callHandler((context, call) -> {
                    ToolArguments arguments = ToolArguments.of(
                            action, described.flat(), call.arguments() == null ? Map.of() : call.arguments());
                    arguments.headers().putAll(McpPage.tracing(context));
                    return run(daemon, action, arguments, described.flat());
                })
                .build();
    }

    private static CallToolResult run(ServedDaemon daemon, Action action, ToolArguments arguments, boolean flat) {
        byte[] body =
                action.takesBody() ? JsonCodec.write(arguments.envelope()).getBytes(StandardCharsets.UTF_8) : NO_BODY;
        CompletableFuture<ActionAnswer> answer = daemon.calls()
                .call(action, arguments.path(), new ToolExchange(arguments.headers(), arguments.query()), body);
        try {
            ActionAnswer given = answer.get(McpPage.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return Tools.result(given.status(), given.body(), flat);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The daemon is stopping.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The action could not be called. The log has the cause.", e);
        }
    }
}
