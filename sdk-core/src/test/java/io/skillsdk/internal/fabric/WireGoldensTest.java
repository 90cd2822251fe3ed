package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Experiment.RunQuery;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.RawServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes over the wire, call by call, as cortex-python 6.4 and the CLI 2.4 send it. Comments say where we differ on purpose.
 */
@Timeout(120)
class WireGoldensTest {

    private static final String P = "/fabric/v4/projects/p/";

    private static final String RUN = "{\"success\":true,\"runId\":\"r1\",\"experimentName\":\"exp\",\"artifacts\":{}}";

    private static final String RUNS = "{\"runs\":[" + RUN + "]}";

    private static final String INVOKED = "{\"success\":true,\"activationId\":\"a1\",\"response\":{\"n\":1}}";

    private static Arguments call(String request, String body, String answer, Consumer<Fabric> asking) {
        return Arguments.of(request, body, answer, asking);
    }

    static Stream<Arguments> sessions() {
        return Stream.of(
                call(
                        "POST " + P + "sessions",
                        "{\"sessionId\":\"s\",\"ttl\":60,\"description\":\"d\",\"state\":{\"a\":1}}",
                        "{\"success\":true,\"sessionId\":\"s\"}",
                        f -> f.sessions().start(new Sessions.Start("s", Duration.ofMinutes(1), "d", Map.of("a", 1)))),
                call(
                        "GET " + P + "sessions/s",
                        null,
                        "{\"state\":{}}",
                        f -> f.sessions().of("s").state()),
                // cortex-python: ?key=; gateway 6.11: ?subKey=. Both are sent
                call(
                        "GET " + P + "sessions/s?key=a%26b&subKey=a%26b",
                        null,
                        "{\"state\":{}}",
                        f -> f.sessions().of("s").get("a&b", String.class)),
                call(
                        "POST " + P + "sessions/s",
                        "{\"state\":{\"k\":[1]}}",
                        "{\"success\":true}",
                        f -> f.sessions().of("s").put("k", List.of(1))),
                call(
                        "DELETE " + P + "sessions/s",
                        null,
                        "{\"success\":true}",
                        f -> f.sessions().of("s").delete()),
                call(
                        "GET " + P + "sessions?limit=7",
                        null,
                        "{\"sessions\":[]}",
                        f -> f.sessions().list(7)));
    }

    static Stream<Arguments> secretsAndConnections() {
        return Stream.of(
                call(
                        "GET /internal/projects/p/secrets/n",
                        null,
                        "{\"value\":\"v\"}",
                        f -> f.secrets().get("n")),
                call(
                        "GET /internal/projects/p/secrets/?keys=a,b",
                        null,
                        "{\"a\":{\"value\":1},\"b\":{\"value\":2}}",
                        f -> f.secrets().getAll("a", "b")),
                call(
                        "POST " + P + "secrets/n",
                        "{\"value\":{\"a\":1}}",
                        "{\"success\":true}",
                        f -> f.secrets().save("n", Map.of("a", 1))),
                call(
                        "DELETE " + P + "secrets/n",
                        null,
                        "{\"success\":true}",
                        f -> f.secrets().delete("n")),
                call(
                        "GET /internal/projects/p/connections/c",
                        null,
                        "{\"name\":\"c\",\"params\":[]}",
                        f -> f.connections().get("c")),
                call(
                        "POST " + P + "connections",
                        "{\"name\":\"c\",\"title\":\"c\",\"connectionType\":\"mongo\",\"allowRead\":true,\"allowWrite\":true,"
                                + "\"params\":[{\"name\":\"uri\",\"value\":\"#SECURE.u\"}]}",
                        "{\"success\":true}",
                        f -> f.connections().save(ConnectionDefinition.of("c", "mongo", Map.of("uri", "#SECURE.u")))),
                call(
                        "DELETE " + P + "connections/c",
                        null,
                        "{\"success\":true}",
                        f -> f.connections().delete("c")));
    }

    static Stream<Arguments> content() {
        return Stream.of(
                call(
                        "GET " + P + "content/a/b.csv",
                        null,
                        "x",
                        f -> f.content().download("/a/b.csv").close()),
                call("HEAD " + P + "content/a/b.csv", null, "", f -> f.content().exists("a/b.csv")),
                // cortex-python sends keys as they are; encoded here, so that '?' and '#' are part of the key
                call(
                        "HEAD " + P + "content/a%20b/%3F%23%25.csv",
                        null,
                        "",
                        f -> f.content().exists("a b/?#%.csv")),
                call(
                        "POST " + P + "content/a.txt",
                        "\"text\"",
                        "{\"Key\":\"a.txt\"}",
                        f -> f.content().upload("a.txt", ContentBody.of("\"text\""))),
                call(
                        "DELETE " + P + "content/a.txt",
                        null,
                        "{\"success\":true}",
                        f -> f.content().delete("a.txt")),
                call(
                        "GET " + P + "content?filter=a/&limit=1000",
                        null,
                        "[]",
                        f -> f.content().list("a/").toList()));
    }

    static Stream<Arguments> experiments() {
        String runs = P + "experiments/exp/runs";
        return Stream.of(
                call(
                        "GET " + P + "experiments/exp",
                        null,
                        "{\"name\":\"exp\"}",
                        f -> f.experiments().find("exp")),
                call(
                        "POST " + P + "experiments",
                        "{\"name\":\"exp\"}",
                        "{\"name\":\"exp\"}",
                        f -> f.experiments().save(Map.of("name", "exp"))),
                call(
                        "DELETE " + P + "experiments/exp",
                        null,
                        "{\"success\":true}",
                        f -> f.experiments().delete("exp")),
                // cortex-python: limit=1. More are asked for, as a run that was never stopped has no endTime
                call(
                        "GET " + runs + "?filter={}&sort={\"endTime\":-1}&limit=25",
                        null,
                        "{\"runs\":[{\"runId\":\"r1\",\"endTime\":5}]}",
                        f -> f.experiments().get("exp").lastRun()),
                call(
                        "GET " + runs + "?filter={\"runId\":\"x\"}&sort={\"took\":1}&limit=2",
                        null,
                        RUNS,
                        f -> f.experiments()
                                .get("exp")
                                .runs(RunQuery.ALL
                                        .where("runId", "x")
                                        .sortedBy("took", 1)
                                        .limit(2))
                                .findFirst()),
                call(
                        "GET " + runs + "/r1",
                        null,
                        RUN,
                        f -> f.experiments().get("exp").run("r1")),
                call(
                        "DELETE " + runs + "/r1",
                        null,
                        "{\"success\":true}",
                        f -> f.experiments().get("exp").deleteRun("r1")));
    }

    static Stream<Arguments> skills() {
        Invocation call = Invocation.of("ns/skill", "in put").payload(Map.of("a", 1));
        String body =
                "{\"payload\":{\"a\":1},\"properties\":{\"p\":\"v\"},\"sessionId\":\"s\",\"correlationId\":\"c\"}";
        return Stream.of(
                // cortex-python does not encode the names, so that 'ns/skill' is not found
                call(
                        "POST " + P + "skillinvoke/ns%2Fskill/inputs/in%20put?sync=true",
                        body,
                        INVOKED,
                        f -> f.skills()
                                .invoke(
                                        call.properties(Map.of("p", "v"))
                                                .session("s")
                                                .correlation("c"),
                                        Object.class)),
                call(
                        "POST " + P + "skillinvoke/ns%2Fskill/inputs/in%20put",
                        "{\"payload\":{\"a\":1}}",
                        INVOKED,
                        f -> f.skills().start(call)),
                call(
                        "POST " + P + "agentinvoke/ag/services/sv?sync=true",
                        "{}",
                        INVOKED,
                        f -> f.agents().invoke(Invocation.of("ag", "sv"), Object.class)),
                call(
                        "GET " + P + "activations/a1",
                        null,
                        "{\"success\":true,\"status\":\"COMPLETE\"}",
                        f -> f.activations().get("a1")),
                call(
                        "POST " + P + "activations/a1/cancel",
                        "{}",
                        "{\"success\":true}",
                        f -> f.activations().cancel("a1")),
                call(
                        "GET " + P + "models/m",
                        null,
                        "{\"name\":\"m\"}",
                        f -> f.models().get("m")),
                call(
                        "POST " + P + "models",
                        "{\"name\":\"m\"}",
                        "{\"name\":\"m\"}",
                        f -> f.models().save(Map.of("name", "m"))),
                call(
                        "GET " + P + "types/ns%2Ft",
                        null,
                        "{\"name\":\"ns/t\"}",
                        f -> f.types().get("ns/t")),
                call(
                        "POST /fabric/v4/graphql",
                        "{\"query\":\"{ a }\",\"variables\":{\"v\":1}}",
                        "{\"data\":{}}",
                        f -> f.graphql("{ a }", Map.of("v", 1), Object.class)));
    }

    @ParameterizedTest
    @MethodSource({"sessions", "secretsAndConnections", "content", "experiments", "skills"})
    void aCallIsSentAsThePlatformIsUsedTo(String request, String body, String answer, Consumer<Fabric> asking)
            throws Exception {
        String type = answer.startsWith("{") || answer.startsWith("[") ? "application/json" : "text/csv";
        try (RawServer server = new RawServer(RawServer.reply("200 OK", type, answer))) {
            FabricSettings settings = FabricSettings.DEFAULTS.sessionForm(SessionForm.WRAPPED);
            asking.accept(new TestPlatform(server.url(), settings).fabric());
            assertThat(server.requests()).hasSize(1);
            RawServer.Request sent = server.requests().get(0);
            assertThat(readable(sent.line())).isEqualTo(readable(request + " HTTP/1.1"));
            assertThat(sent.header("Authorization")).isEqualTo("Bearer " + TestPlatform.TOKEN);
            assertThat(names(sent))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(
                            "host",
                            "authorization",
                            "user-agent",
                            "accept",
                            "content-type",
                            "content-length",
                            "transfer-encoding");
            if (body == null) {
                assertThat(sent.body()).isEmpty();
            } else {
                assertThat(JsonDocument.tryRead(sent.body()))
                        .isEqualTo(JsonDocument.tryRead(body.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Paths are compared as they are sent; queries by what they mean. */
    private static String readable(String line) {
        int query = line.indexOf('?');
        return query < 0
                ? line
                : line.substring(0, query) + URLDecoder.decode(line.substring(query), StandardCharsets.UTF_8);
    }

    private static List<String> names(RawServer.Request request) {
        return request.headers().stream()
                .map(header -> header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT))
                .toList();
    }
}
