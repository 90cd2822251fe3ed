package io.skillsdk.internal.definition.resolve;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Dispatched;
import io.skillsdk.internal.routing.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a message of {@code invoke/<input>/} as the platform would by the skill.yaml beside {@code invoke}: through the
 * input's routing, with declared properties only, defaults merged, to the action at {@code daemon.path}.
 */
public final class MessageDelivery {

    private static final byte[] NO_BODY = new byte[0];

    private final SkillDefinition definition;

    private final SkillRouting routing;

    private final String input;

    private MessageDelivery(SkillDefinition definition, String input) {
        this.definition = definition;
        this.routing = new SkillRouting(definition);
        this.input = input;
    }

    /**
     * Finds the way of a message.
     *
     * @param message a file
     * @return its way; null where the file is not in {@code invoke/<input>/} beside a skill.yaml
     * @throws DefinitionException when the skill.yaml cannot be read
     */
    public static @Nullable MessageDelivery of(Path message) {
        Path folder = message.toAbsolutePath().normalize().getParent();
        Path invoke = folder == null ? null : folder.getParent();
        Path name = folder == null ? null : folder.getFileName();
        if (invoke == null || name == null || !invoke.endsWith("invoke")) {
            return null;
        }
        Path skillYaml = invoke.resolveSibling("skill.yaml");
        return Files.isRegularFile(skillYaml)
                ? new MessageDelivery(DefinitionReader.readLeniently(skillYaml).definition(), name.toString())
                : null;
    }

    /** The way of a message of an input, by a definition. */
    public static MessageDelivery of(SkillDefinition definition, String input) {
        return new MessageDelivery(definition, input);
    }

    /** Whether any of its input's routes leads to a daemon. */
    public boolean mayReachDaemon() {
        Input named = routing.input(input);
        return named == null
                || SkillRouting.legs(named).isEmpty()
                || SkillRouting.legs(named).stream().anyMatch(leg -> routing.isDaemon(leg.target()));
    }

    /**
     * Delivers a message.
     *
     * @param body the message
     * @param properties properties that take precedence over the message's
     * @param catalog the actions behind the skill
     * @param chosen the action that is called whatever the routing says; null for the one that the platform would reach
     */
    public Delivery deliver(byte[] body, Map<String, ?> properties, ActionCatalog catalog, @Nullable Action chosen) {
        Map<String, Object> message = JsonCodec.readBody(body);
        if (message == null) {
            // for the action to refuse, as the daemon would
            return new Delivery.ToAction(chosen == null ? catalog.actions().get(0) : chosen, Map.of(), body, List.of());
        }
        Map<String, Object> sent = new LinkedHashMap<>();
        if (message.get("properties") instanceof Map<?, ?> own) {
            own.forEach((name, value) -> sent.put(name.toString(), value));
        }
        sent.putAll(properties);
        return route(message, routing.properties(sent), catalog, chosen, dropped(sent));
    }

    private List<String> dropped(Map<String, Object> sent) {
        List<String> notes = new ArrayList<>();
        sent.keySet().stream()
                .filter(name -> !routing.declares(name))
                .forEach(name -> notes.add("The property '" + name
                        + "' is not declared in skill.yaml, so the platform drops it; declare it there."));
        return notes;
    }

    private Delivery route(
            Map<String, Object> message,
            Map<String, Object> properties,
            ActionCatalog catalog,
            @Nullable Action chosen,
            List<String> notes) {
        Input named = routing.input(input);
        if (named == null && chosen == null) {
            return new Delivery.Elsewhere("skill.yaml has no input '" + input + "'.", notes);
        }
        RoutingTarget target = named == null ? null : routing.target(named, message.get("payload"), properties);
        if (chosen == null && (target == null || !routing.isDaemon(target))) {
            return new Delivery.Elsewhere(
                    target == null
                            ? "The routing of the input '" + input + "' has no target for it."
                            : "The input '" + input + "' is routed to the runtime '" + target.runtime()
                                    + "', and not to a daemon.",
                    notes);
        }
        Map<String, Object> envelope = envelope(message, properties, target);
        SkillRouting.Address address = routing.address(properties, envelope);
        byte[] body = JsonCodec.write(envelope).getBytes(StandardCharsets.UTF_8);
        if (chosen != null) {
            return new Delivery.ToAction(chosen, Map.of(), chosen.takesBody() ? body : NO_BODY, notes);
        }
        if (address.path() == null) {
            return new Delivery.Elsewhere(
                    "daemon.path asks for a key that the message does not have: the gateway says \"Template missing keys\".",
                    notes);
        }
        return arrive(address.method(), withoutQuery(address.path()), body, catalog, notes);
    }

    private Delivery arrive(String method, String path, byte[] body, ActionCatalog catalog, List<String> notes) {
        Route route = catalog.route(method, path);
        if (route instanceof Route.Found found) {
            byte[] carried = found.takesBody() ? body : NO_BODY;
            Dispatched dispatched = catalog.dispatch(found, carried, "application/json");
            return dispatched instanceof Dispatched.To to
                    ? new Delivery.ToAction(to.action(), to.pathParameters(), carried, notes)
                    : new Delivery.Refused(((Dispatched.Refused) dispatched).answer(), notes);
        }
        return new Delivery.Refused(catalog.refuse(route, method, path), notes);
    }

    private Map<String, Object> envelope(
            Map<String, Object> message, Map<String, Object> properties, @Nullable RoutingTarget target) {
        Map<String, Object> envelope = new LinkedHashMap<>(message);
        envelope.put("properties", properties);
        if (target != null && target.output() != null) {
            envelope.put("outputName", target.output());
        }
        if (definition.name() != null) {
            envelope.put("skillName", definition.name());
        }
        return envelope;
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
