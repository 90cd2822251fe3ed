package io.skillsdk.internal.definition.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Dispatched;
import io.skillsdk.internal.routing.Route;
import io.skillsdk.internal.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Each input of a derived skill.yaml, sent as the gateway sends it, reaches its action and no other. The gateway here is
 * written after the vendor's, on the plain YAML, and shares no code with what it tests.
 */
class GatewayDispatchTest {

    private static final DaemonEndpoint ENDPOINT = DaemonEndpoint.ofClassPath();

    private static final List<Object> GENERATED = GeneratedActions.make(40);

    private static final Pattern PATH_NAME = Pattern.compile("\\{([^{}/]+)}");

    /** What the gateway sends: one request line for all inputs, and an output that tells them apart. */
    private record Sent(String method, String path, String port, String output) {}

    private static ActionCatalog catalog(Object... instances) {
        return ActionCatalog.of(ENDPOINT.defaults(), List.of(instances));
    }

    private static Map<String, ?> yaml(ActionCatalog catalog) {
        String text = DefinitionWriter.write(
                new DefinitionDeriver(catalog, ENDPOINT, "some-skill").derive().definition());
        return YamlReader.read("skill.yaml", text).plain();
    }

    private static List<Map<?, ?>> items(Map<?, ?> tree, String key) {
        List<Map<?, ?>> items = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(tree.get(key))).forEach(item -> items.add((Map<?, ?>) item));
        return items;
    }

    private static String property(Map<?, ?> tree, String name) {
        return items(tree, "properties").stream()
                .filter(property -> name.equals(property.get("name")))
                .map(property -> String.valueOf(property.get("defaultValue")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Sent> inputs(Map<?, ?> tree) {
        Map<String, Sent> inputs = new LinkedHashMap<>();
        for (Map<?, ?> input : items(tree, "inputs")) {
            Map<?, ?> all = (Map<?, ?>)
                    Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(input.get("routing"))).get("all"));
            inputs.put(
                    String.valueOf(input.get("name")),
                    new Sent(
                            property(tree, "daemon.method"),
                            property(tree, "daemon.path"),
                            property(tree, "daemon.port"),
                            String.valueOf(all.get("output"))));
        }
        return inputs;
    }

    private static Action reached(ActionCatalog catalog, Sent sent, Set<String> names) {
        Map<String, Object> payload = new LinkedHashMap<>();
        names.forEach(name -> payload.put(name, "x"));
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("payload", payload);
        envelope.put("properties", Map.of("daemon.port", 5000));
        envelope.put("skillName", "test-some-skill");
        envelope.put("outputName", sent.output);
        byte[] body = JsonCodec.write(envelope).getBytes(StandardCharsets.UTF_8);
        Route route = catalog.route(sent.method, "/" + sent.path);
        assertThat(route).as("%s", sent).isInstanceOf(Route.Found.class);
        Dispatched dispatched = catalog.dispatch((Route.Found) route, body, "application/json");
        assertThat(dispatched).as("%s", sent).isInstanceOf(Dispatched.To.class);
        return ((Dispatched.To) dispatched).action();
    }

    private static Set<String> pathNames(ActionCatalog catalog) {
        Set<String> names = new HashSet<>();
        for (Action action : catalog.actions()) {
            Matcher matcher = PATH_NAME.matcher(action.path());
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    @Test
    void eachInputReachesItsActionAndNoOther() {
        int several = 0;
        for (Object generated : GENERATED) {
            ActionCatalog catalog = catalog(generated);
            Map<String, Sent> inputs = inputs(yaml(catalog));
            assertThat(inputs).hasSameSizeAs(catalog.actions());
            several += inputs.size() > 1 ? 1 : 0;
            inputs.forEach((name, sent) -> assertThat(
                            reached(catalog, sent, pathNames(catalog)).name())
                    .isEqualTo(name));
        }
        assertThat(several).isGreaterThan(10);
    }

    @Test
    void anActionThatIsAddedChangesNoAddressAndNoDispatchOfAnother() {
        int pairs = 0;
        for (int i = 0; i < GENERATED.size(); i++) {
            for (int j = i % 4; j < GENERATED.size(); j += 4) {
                if (i == j || clash(catalog(GENERATED.get(i)), catalog(GENERATED.get(j)))) {
                    continue;
                }
                pairs++;
                ActionCatalog alone = catalog(GENERATED.get(i));
                ActionCatalog together = catalog(GENERATED.get(i), GENERATED.get(j));
                Map<String, Sent> after = inputs(yaml(together));
                inputs(yaml(alone)).forEach((name, sent) -> {
                    assertThat(after).containsEntry(name, sent);
                    assertThat(reached(together, sent, pathNames(together)).name())
                            .isEqualTo(name);
                });
            }
        }
        assertThat(pairs).isGreaterThan(20);
    }

    /** Whether two classes cannot be behind one skill: names of actions and outputs, and properties, are one for all. */
    private static boolean clash(ActionCatalog one, ActionCatalog other) {
        Set<String> names = names(one);
        Set<String> others = names(other);
        names.retainAll(others);
        boolean properties = !one.properties().isEmpty() && !other.properties().isEmpty();
        return properties || !names.isEmpty();
    }

    private static Set<String> names(ActionCatalog catalog) {
        Set<String> names = new HashSet<>();
        catalog.actions().forEach(action -> {
            names.add(action.name());
            names.add(action.output());
            names.add("/" + action.path());
            names.addAll(action.outputs());
        });
        return names;
    }
}
