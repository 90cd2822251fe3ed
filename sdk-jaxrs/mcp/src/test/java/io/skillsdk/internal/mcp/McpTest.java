package io.skillsdk.internal.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.restassured.RestAssured;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.EndedCall;
import io.skillsdk.daemon.SkillDaemon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The actions as tools, by the protocol's own client. */
class McpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record Line(@SkillParameter(required = true) String sku, int count) {}

    record Order(
            @SkillParameter(required = true, description = "Who orders")
            String customer,

            List<Line> lines) {}

    record Placed(String id, int lines) {}

    /** What is served, here and by the program that the client starts. */
    public static final class Shop {

        private final CountDownLatch running = new CountDownLatch(1);

        private final CountDownLatch release = new CountDownLatch(1);

        @SkillAction(title = "Place an order", description = "Takes an order and says under which number it runs.")
        Placed order(Order order) {
            return new Placed("o-1", order.lines() == null ? 0 : order.lines().size());
        }

        @SkillAction(path = "orders/{id}", method = HttpMethod.GET)
        Map<String, Object> find(
                @PathParameter("id") String id, @QueryParameter("depth") int depth, SkillContext context) {
            return Map.of("id", id, "depth", depth, "trace", context.tracing());
        }

        @SkillAction(path = "orders/{id}", method = HttpMethod.DELETE)
        void remove(@PathParameter("id") String id) {
            throw SkillException.notFound("There is no order " + id + ".");
        }

        @SkillAction
        int sum(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).sum();
        }

        @SkillAction
        void hold() throws InterruptedException {
            running.countDown();
            assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private final Shop shop = new Shop();

    private SkillDaemon.Builder daemon() {
        return SkillDaemon.builder(shop).host("127.0.0.1").port(0);
    }

    private static McpSyncClient client(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .build();
        client.initialize();
        return client;
    }

    private static McpSyncClient http(SkillDaemon daemon) {
        return client(HttpClientStreamableHttpTransport.builder(daemon.uri().toString())
                .endpoint("/mcp")
                .build());
    }

    private static McpSyncClient stdio() {
        ServerParameters program = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args("-cp", System.getProperty("java.class.path"), Program.class.getName(), "mcp")
                .build();
        return client(new StdioClientTransport(program, McpJsonDefaults.getMapper()));
    }

    /** The program that the client starts. */
    public static final class Program {
        public static void main(String[] args) {
            SkillDaemon.run(args, new Shop());
        }

        private Program() {}
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    @Test
    void eachActionIsAToolWithItsSchemasWordsAndHints() {
        try (SkillDaemon daemon = daemon().start();
                McpSyncClient client = http(daemon)) {
            List<Tool> tools = client.listTools().tools();

            assertThat(tools.stream().map(Tool::name))
                    .containsExactlyInAnyOrder("order", "find", "remove", "sum", "hold");
            Tool order = named(tools, "order");
            assertThat(order.title()).isEqualTo("Place an order");
            assertThat(order.description()).startsWith("Takes an order");
            assertThat(order.inputSchema().get("required")).isEqualTo(List.of("customer"));
            assertThat(order.inputSchema().toString())
                    .contains("Who orders", "#/$defs/Line")
                    .doesNotContain("components");
            assertThat(order.outputSchema().toString()).contains("payload", "#/$defs/PlacedResult");
            assertThat(order.annotations().readOnlyHint()).isFalse();
            assertThat(named(tools, "find").annotations().readOnlyHint()).isTrue();
            assertThat(named(tools, "remove").annotations().destructiveHint()).isTrue();
            assertThat(named(tools, "sum").inputSchema().get("required")).isEqualTo(List.of("payload"));
        }
    }

    private static Tool named(List<Tool> tools, String name) {
        return tools.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "stdio"})
    void aToolIsCalledAndItsErrorsCanBeActedOn(String transport) {
        try (SkillDaemon daemon = daemon().start();
                McpSyncClient client = transport.equals("http") ? http(daemon) : stdio()) {
            CallToolResult placed =
                    call(client, "order", Map.of("customer", "Ada", "lines", List.of(Map.of("sku", "a", "count", 1))));
            assertThat(placed.isError()).isFalse();
            assertThat(placed.structuredContent()).isEqualTo(Map.of("payload", Map.of("id", "o-1", "lines", 1)));

            CallToolResult invalid = call(client, "order", Map.of("lines", List.of(Map.of("sku", 5, "count", "x"))));
            assertThat(invalid.isError()).isTrue();
            assertThat(text(invalid))
                    .contains("customer is required", "lines[0].sku must be a string", "lines[0].count");

            CallToolResult found = call(client, "find", Map.of("id", "a/b", "depth", 2));
            assertThat(text(found)).contains("\"id\":\"a/b\"", "\"depth\":2");
            assertThat(call(client, "sum", Map.of("payload", List.of(1, 2))).structuredContent())
                    .isEqualTo(Map.of("payload", Map.of("result", 3)));

            CallToolResult refused = call(client, "remove", Map.of("id", "7"));
            assertThat(refused.isError()).isTrue();
            assertThat(text(refused)).isEqualTo("There is no order 7.");
        }
    }

    @Test
    void aToolCallHasTheLimitsTheDeadlineAndTheListenersOfEveryCall() throws Exception {
        CompletableFuture<EndedCall> heard = new CompletableFuture<>();
        CallListener listener = new CallListener() {
            @Override
            public void ended(EndedCall call) {
                heard.complete(call);
            }
        };
        try (SkillDaemon daemon = daemon().maxConcurrency(1)
                        .maxWait(Duration.ofMillis(1))
                        .timeout(Duration.ofSeconds(30))
                        .listener(listener)
                        .start();
                McpSyncClient client = http(daemon)) {
            call(client, "sum", Map.of("payload", List.of(1)));
            assertThat(heard.get(60, TimeUnit.SECONDS).call().action()).isEqualTo("sum");

            // not on the common pool, whose only thread the client may need
            CompletableFuture<Integer> held = CompletableFuture.supplyAsync(
                    () -> RestAssured.given()
                            .baseUri(daemon.uri().toString())
                            .contentType("application/json")
                            .body("{}")
                            .post("/hold")
                            .statusCode(),
                    task -> new Thread(task, "held").start());
            assertThat(shop.running.await(60, TimeUnit.SECONDS)).isTrue();
            CallToolResult overloaded = call(client, "sum", Map.of("payload", List.of(1)));
            assertThat(overloaded.isError()).isTrue();
            assertThat(text(overloaded)).contains("busy", "Try again later");
            shop.release.countDown();
            assertThat(held.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @Test
    void aToolCallThatTakesTooLongIsAnErrorOfTheTool() {
        try (SkillDaemon daemon = daemon().timeout(Duration.ofMillis(200)).start();
                McpSyncClient client = http(daemon)) {
            CallToolResult late = call(client, "hold", Map.of());

            assertThat(late.isError()).isTrue();
            assertThat(text(late)).contains("did not answer within 200 ms");
            shop.release.countDown();
        }
    }

    @Test
    void whatIsNotAMessageIsRefusedAndThereAreNoStreams() {
        try (SkillDaemon daemon = daemon().start()) {
            assertThat(RestAssured.given()
                            .baseUri(daemon.uri().toString())
                            .body("{")
                            .post("/mcp")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(RestAssured.given()
                            .baseUri(daemon.uri().toString())
                            .get("/mcp")
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void aToolCallIsPartOfTheTraceOfItsRequest() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String message =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"find\",\"arguments\":{\"id\":\"7\"}}}";
        try (SkillDaemon daemon = daemon().start()) {
            String answer = RestAssured.given()
                    .baseUri(daemon.uri().toString())
                    .header("traceparent", trace)
                    .body(message)
                    .post("/mcp")
                    .asString();

            assertThat(answer).contains(trace);
        }
    }
}
