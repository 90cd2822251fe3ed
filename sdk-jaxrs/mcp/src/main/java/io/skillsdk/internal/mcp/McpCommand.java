package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.daemon.command.SkillApplication;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.openapi.ToolDescription;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The actions as tools, over standard input and output: for a program that starts this one. */
@Command(
        name = "mcp",
        description =
                "Serves the actions as tools of the Model Context Protocol over standard input and output, until the"
                        + " input ends. Logs go to standard error.",
        mixinStandardHelpOptions = true)
final class McpCommand implements Callable<Integer> {

    private final SkillApplication application;

    McpCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        PrintStream protocol = System.out;
        // whatever else prints must not end up among the messages
        System.setOut(System.err);
        return application.withInstances(instances -> serve(instances, protocol));
    }

    private int serve(List<Object> instances, PrintStream protocol) {
        SkillTester tester =
                application.with(SkillTester.of(instances.toArray())).timeout(application.timeout());
        AwaitedInput input = new AwaitedInput(System.in);
        McpSyncServer server = McpServer.sync(
                        new StdioServerTransportProvider(McpJsonDefaults.getMapper(), input, protocol))
                .serverInfo("skill", "1")
                .validateToolInputs(false)
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(application.catalog().actions().stream()
                        .map(action -> tool(tester, action))
                        .toList())
                .build();
        try {
            input.awaitEnd();
            server.closeGracefully();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static SyncToolSpecification tool(SkillTester tester, Action action) {
        ToolDescription described = ToolDescription.of(action);
        return SyncToolSpecification.builder()
                .tool(Tools.of(action, described))
                .callHandler((exchange, call) -> run(
                        tester,
                        action,
                        ToolArguments.of(
                                action, described.flat(), call.arguments() == null ? Map.of() : call.arguments()),
                        described.flat()))
                .build();
    }

    private static CallToolResult run(SkillTester tester, Action action, ToolArguments arguments, boolean flat) {
        SkillTester call = tester.action(action.name());
        for (Map.Entry<String, String> each : arguments.path().entrySet()) {
            call = call.pathParameter(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, List<String>> each : arguments.query().entrySet()) {
            for (String value : each.getValue()) {
                call = call.queryParameter(each.getKey(), value);
            }
        }
        for (Map.Entry<String, List<String>> each : arguments.headers().entrySet()) {
            call = call.header(each.getKey(), String.join(",", each.getValue()));
        }
        TestResponse answer = call.invokeJson(JsonCodec.write(arguments.envelope()));
        return Tools.result(answer.status(), answer.bytes(), flat);
    }
}
