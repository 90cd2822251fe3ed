package io.skillsdk.internal.definition.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message goes the way that the gateway sends it, and the daemon answers. */
class MessageDeliveryTest {

    static final class Actions {
        @SkillAction
        public Map<String, Object> put(Map<String, Object> payload) {
            return payload;
        }

        @SkillAction
        public Map<String, Object> take(Map<String, Object> payload) {
            return payload;
        }

        @SkillAction(path = "things/{id}", method = HttpMethod.GET)
        public String thing(@PathParameter("id") String id) {
            return id;
        }
    }

    private static final ActionCatalog CATALOG = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Actions()));

    private static final String SKILL = """
            camel: 1.0.0
            name: team/things
            inputs:
              - {name: put, routing: {all: {action: a, runtime: cortex/daemons, output: put}}}
              - {name: take, routing: {all: {action: a, runtime: cortex/daemons, output: take}}}
              - {name: lost, routing: {all: {action: a, runtime: cortex/daemons, output: lost}}}
              - {name: job, routing: {all: {action: j, runtime: cortex/jobs, output: put}}}
              - name: chosen
                routing:
                  property: kind
                  rules: [{match: t, action: a, runtime: cortex/daemons, output: take}]
              - {name: nowhere}
            properties:
              - {name: daemon.path, defaultValue: PATH}
              - {name: daemon.method, defaultValue: post}
              - {name: kind}
              - {name: limit, defaultValue: '5'}
            """;

    private static Delivery deliver(String path, String input, String message, Map<String, ?> properties) {
        return MessageDelivery.of(DefinitionReader.parse(SKILL.replace("PATH", path)), input)
                .deliver(message.getBytes(UTF_8), properties, CATALOG, null);
    }

    private static Map<String, Object> envelope(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.ToAction.class);
        return Objects.requireNonNull(JsonCodec.readBody(((Delivery.ToAction) delivery).body()));
    }

    @ParameterizedTest
    @CsvSource({"put, put", "take, take"})
    void theOutputOfTheRoutingChoosesTheAction(String input, String action) {
        Delivery delivery = deliver("invoke", input, "{\"payload\":{\"a\":1}}", Map.of());
        assertThat(((Delivery.ToAction) delivery).action().name()).isEqualTo(action);
        assertThat(envelope(delivery))
                .containsEntry("outputName", action)
                .containsEntry("skillName", "team/things")
                .containsEntry("payload", Map.of("a", 1));
    }

    @Test
    void onlyDeclaredPropertiesArriveWithDefaultsAndDecoded() {
        Delivery delivery = deliver(
                "invoke", "put", "{\"payload\":{},\"properties\":{\"limit\":\"7\",\"own\":1}}", Map.of("other", "x"));
        Map<?, ?> properties =
                (Map<?, ?>) Objects.requireNonNull(envelope(delivery).get("properties"));
        assertThat(properties.get("limit")).hasToString("7");
        assertThat(properties.containsKey("own")).isFalse();
        assertThat(delivery.notes())
                .hasSize(2)
                .allMatch(note -> note.contains("is not declared in skill.yaml, so the platform drops it"));
        Map<?, ?> byDefault = (Map<?, ?>) Objects.requireNonNull(
                envelope(deliver("invoke", "put", "{\"payload\":{}}", Map.of())).get("properties"));
        assertThat(byDefault.get("limit")).hasToString("5");
        assertThat(byDefault.get("limit")).isInstanceOf(Number.class);
    }

    @Test
    void aPropertyOfTheCallTakesPrecedenceOverThatOfTheMessage() {
        String message = "{\"payload\":{},\"properties\":{\"kind\":\"x\"}}";
        assertThat(((Delivery.ToAction) deliver("invoke", "chosen", message, Map.of("kind", "T")))
                        .action()
                        .name())
                .isEqualTo("take");
        assertThat(deliver("invoke", "chosen", message, Map.of()))
                .isInstanceOfSatisfying(
                        Delivery.Elsewhere.class,
                        elsewhere -> assertThat(elsewhere.reason()).contains("has no target"));
    }

    @ParameterizedTest
    @CsvSource({
        "job, is routed to the runtime 'cortex/jobs'",
        "nowhere, has no target for it",
        "none, skill.yaml has no input 'none'"
    })
    void whatDoesNotReachTheDaemonSaysWhy(String input, String reason) {
        assertThat(deliver("invoke", input, "{}", Map.of()))
                .isInstanceOfSatisfying(
                        Delivery.Elsewhere.class,
                        elsewhere -> assertThat(elsewhere.reason()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({"nope, put, 404", "put, lost, 200", "invoke, lost, 400"})
    void whatTheDaemonRefusesIsItsAnswer(String path, String input, int status) {
        Delivery delivery = deliver(path, input, "{\"payload\":{}}", Map.of());
        if (status == 200) {
            assertThat(((Delivery.ToAction) delivery).action().name()).isEqualTo("put");
        } else {
            assertThat(((Delivery.Refused) delivery).answer().status()).isEqualTo(status);
        }
    }

    @Test
    void aTemplateOfThePathIsFilledOfTheMessage() {
        Delivery delivery = deliver(
                "'things/{{{payload.id}}}?x=1'", "put", "{\"payload\":{\"id\":\"7\"}}", Map.of("daemon.method", "get"));
        assertThat(((Delivery.ToAction) delivery).action().name()).isEqualTo("thing");
        assertThat(((Delivery.ToAction) delivery).pathParameters()).isEqualTo(Map.of("id", "7"));
        assertThat(((Delivery.ToAction) delivery).body()).isEmpty();
        assertThat(deliver("'things/{{payload.id}}'", "put", "{\"payload\":{}}", Map.of()))
                .isInstanceOfSatisfying(
                        Delivery.Elsewhere.class,
                        elsewhere -> assertThat(elsewhere.reason()).contains("Template missing keys"));
        assertThat(((Delivery.ToAction) deliver("'{{outputName}}'", "take", "{}", Map.of()))
                        .action()
                        .name())
                .isEqualTo("take");
    }

    @Test
    void whatIsNoJsonIsForTheActionToRefuse() {
        assertThat(((Delivery.ToAction) deliver("invoke", "put", "{", Map.of())).body())
                .isEqualTo("{".getBytes(UTF_8));
    }

    @Test
    void aMessageBelongsToTheSkillBesideItsFolder(@TempDir Path folder) throws IOException {
        Path message = Files.createDirectories(folder.resolve("invoke/put")).resolve("message.json");
        assertThat(MessageDelivery.of(message)).isNull();
        Files.writeString(folder.resolve("skill.yaml"), SKILL.replace("PATH", "invoke"));
        assertThat(Objects.requireNonNull(MessageDelivery.of(message)).mayReachDaemon())
                .isTrue();
        assertThat(Objects.requireNonNull(MessageDelivery.of(folder.resolve("invoke/job/message.json")))
                        .mayReachDaemon())
                .isFalse();
        assertThat(MessageDelivery.of(folder.resolve("put/message.json"))).isNull();
        assertThat(MessageDelivery.of(Path.of("/"))).isNull();
        assertThat(MessageDelivery.of(Path.of("message.json"))).isNull();
    }
}
