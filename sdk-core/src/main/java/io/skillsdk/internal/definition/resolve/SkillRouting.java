package io.skillsdk.internal.definition.resolve;

import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingRule;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own resolution of a skill.yaml: which target an input's message is routed to, with which properties, at
 * which method and path of the daemon (gateway).
 */
public final class SkillRouting {

    /**
     * A target of an input.
     *
     * @param part where it is, below the input: {@code routing.all}, {@code routing.rules[0]}, {@code routing.default}
     */
    public record Leg(String part, RoutingTarget target) {}

    /**
     * The method and path of a call.
     *
     * @param path the path; null where its template asks for a key that the envelope does not have
     */
    public record Address(String method, @Nullable String path) {}

    /** The runtimes that are known, those of the platform's own tests left out. */
    public static final List<String> RUNTIMES = List.of(
            RoutingTarget.DAEMONS, RoutingTarget.JOBS, "cortex/functions", RoutingTarget.EXTERNAL_API, "cortex/system");

    private final SkillDefinition definition;

    public SkillRouting(SkillDefinition definition) {
        this.definition = definition;
    }

    /** All targets that messages of an input may be routed to: an empty {@code all} counts as none. */
    public static List<Leg> legs(Input input) {
        Routing routing = input.routing();
        List<Leg> legs = new ArrayList<>();
        if (routing == null) {
            return legs;
        }
        if (routing.sendsAll() && routing.all() != null) {
            legs.add(new Leg("routing.all", routing.all()));
            return legs;
        }
        for (int i = 0; routing.chooses() && i < routing.rules().size(); i++) {
            legs.add(new Leg("routing.rules[" + i + "]", routing.rules().get(i).target()));
        }
        if (routing.byDefault() != null && !routing.byDefault().isEmpty()) {
            legs.add(new Leg("routing.default", routing.byDefault()));
        }
        return legs;
    }

    /** Whether a daemon may answer any message of the skill. */
    public boolean leadsToDaemon() {
        return definition.inputs().stream()
                .flatMap(input -> legs(input).stream())
                .anyMatch(leg -> isDaemon(leg.target()));
    }

    /**
     * Whether a daemon answers what is sent to a target. A runtime that is missing or not known leads to the action all
     * the same, and its type decides (gateway).
     */
    public boolean isDaemon(RoutingTarget target) {
        String runtime = target.runtime();
        if (runtime != null && RUNTIMES.contains(runtime)) {
            return RoutingTarget.DAEMONS.equals(runtime);
        }
        return definition.actions().stream()
                .filter(action -> action.name() != null && action.name().equalsIgnoreCase(target.action()))
                .anyMatch(action -> "daemon".equalsIgnoreCase(action.type()));
    }

    /** The input of a name, or null. */
    public @Nullable Input input(String name) {
        return definition.inputs().stream()
                .filter(input -> name.equals(input.name()))
                .findFirst()
                .orElse(null);
    }

    /** The target of a message, or null where its routing has none for it. */
    public @Nullable RoutingTarget target(Input input, @Nullable Object payload, Map<String, ?> properties) {
        Routing routing = input.routing();
        if (routing == null) {
            return null;
        }
        if (routing.sendsAll()) {
            return routing.all();
        }
        Object value = routing.property() != null && !routing.property().isEmpty()
                ? properties.get(routing.property())
                : routing.field() != null && payload instanceof Map<?, ?> keys ? keys.get(routing.field()) : null;
        if (value != null && !value.toString().isEmpty()) {
            for (RoutingRule rule : routing.rules()) {
                if (rule.match() != null && rule.match().equalsIgnoreCase(value.toString())) {
                    return rule.target();
                }
            }
        }
        RoutingTarget otherwise = routing.byDefault();
        return otherwise == null || otherwise.isEmpty() ? null : otherwise;
    }

    /** Whether a property is declared: only such ones reach an action. */
    public boolean declares(String property) {
        return definition.properties().stream().anyMatch(declared -> property.equals(declared.name()));
    }

    /** The properties that reach the action: declared ones only, defaults merged, values that are JSON decoded. */
    public Map<String, Object> properties(Map<String, ?> sent) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        for (Property property : definition.properties()) {
            Object value = property.name() == null ? null : sent.get(property.name());
            if (value == null) {
                value = property.defaultValue();
            }
            if (property.name() != null && value != null) {
                resolved.put(property.name(), value instanceof String text ? JsonText.decoded(text) : value);
            }
        }
        return resolved;
    }

    /** Where a call with this envelope goes. */
    public Address address(Map<String, ?> properties, Map<String, ?> envelope) {
        Object method = properties.get("daemon.method");
        Object path = properties.get("daemon.path");
        return new Address(
                method == null
                        ? ActionDefaults.PLATFORM.method()
                        : method.toString().toUpperCase(Locale.ROOT),
                path == null
                        ? ActionDefaults.PLATFORM.path()
                        : PathMustache.of(path.toString()).fill(envelope));
    }
}
