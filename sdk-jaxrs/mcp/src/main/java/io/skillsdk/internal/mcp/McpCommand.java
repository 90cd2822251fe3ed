package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.command.SettingOptions;
import io.skillsdk.internal.daemon.command.SkillApplication;
import io.skillsdk.internal.invoke.PreparedCall;
import io.skillsdk.internal.invoke.SentInputs;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.openapi.ToolDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The actions as tools, over standard input and output: for a program that starts this one. */
@Command(
        name = "mcp",
        description =
                "Serves the actions as tools of the Model Context Protocol over standard input and output, until the"
                        + " input ends. Logs go to standard error.",
        mixinStandardHelpOptions = true)
final class McpCommand implements Callable<Integer> {

    private final SkillApplication application;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    McpCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Map<String, String> settings = SettingOptions.given(spec.commandLine(), application);
        return application.withInstances(settings, instances -> serve(settings, instances));
    }

    private int serve(Map<String, String> settings, List<Object> instances) {
        PreparedCall prepared = application.call(settings, instances);
        MessageStream messages = new MessageStream(application.output(), application.drainTimeout(settings));
        McpSyncServer server = McpServer.sync(new StdioServerTransportProvider(
                        McpJsonDefaults.getMapper(), messages.reading(System.in), messages.writing()))
                .serverInfo("skill", "1")
                .validateToolInputs(false)
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(application.catalog(settings).actions().stream()
                        .map(action -> tool(prepared, action))
                        .toList())
                .build();
        try {
            messages.awaitEnd();
            server.closeGracefully();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static SyncToolSpecification tool(PreparedCall prepared, Action action) {
        ToolDescription described = ToolDescription.of(action);
        return SyncToolSpecification.builder()
                .tool(Tools.of(action, described))
                .callHandler((exchange, call) -> run(
                        prepared,
                        action,
                        ToolArguments.of(
                                action, described.flat(), call.arguments() == null ? Map.of() : call.arguments()),
                        described.flat()))
                .build();
    }

    private static CallToolResult run(PreparedCall prepared, Action action, ToolArguments arguments, boolean flat) {
        SentInputs inputs = prepared.inputs();
        for (Map.Entry<String, String> each : arguments.path().entrySet()) {
            inputs = inputs.pathParameter(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, List<String>> each : arguments.query().entrySet()) {
            for (String value : each.getValue()) {
                inputs = inputs.queryParameter(each.getKey(), value);
            }
        }
        for (Map.Entry<String, List<String>> each : arguments.headers().entrySet()) {
            inputs = inputs.header(each.getKey(), String.join(",", each.getValue()));
        }
        byte[] body = JsonCodec.write(arguments.envelope()).getBytes(StandardCharsets.UTF_8);
        ActionAnswer answer =
                prepared.action(action.name()).with(inputs).invokeBody(body).answer();
        return Tools.result(answer.status(), answer.body(), flat);
    }
}
