package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.Delivery;
import io.skillsdk.internal.definition.resolve.MessageDelivery;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.routing.ActionCatalog;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the payloads of messages: by the action that they reach, or else by the parameters that are declared. */
final class MessagePayloads {

    /** A path into the payload, as refusals begin with it. */
    private static final Pattern PATH = Pattern.compile("payload[.\\[][A-Za-z0-9_.\\[\\]-]{0,200}");

    private final SkillDefinition definition;

    private final ParameterChecks parameters;

    private final @Nullable ActionCatalog catalog;

    private final Set<String> misled;

    private final FindingCollector findings;

    /**
     * Makes the checks.
     *
     * @param catalog the actions behind the skill; null where they are not known
     * @param misled the inputs that lead elsewhere than they should, which is a finding itself
     */
    MessagePayloads(
            SkillDefinition definition,
            ParameterChecks parameters,
            @Nullable ActionCatalog catalog,
            Set<String> misled,
            FindingCollector findings) {
        this.definition = definition;
        this.parameters = parameters;
        this.catalog = catalog;
        this.misled = misled;
        this.findings = findings;
    }

    void check(Path message, MessageText text, String input, byte[] body, Map<String, Object> keys) {
        Input named = new SkillRouting(definition).input(input);
        if (named == null || misled.contains(input)) {
            return;
        }
        if (catalog == null || !MessageDelivery.of(definition, input).mayReachDaemon()) {
            compare(message, text, parameters.list(named.parameters()), keys.get("payload"));
            return;
        }
        Delivery delivery = MessageDelivery.of(definition, input).deliver(body, Map.of(), catalog, null);
        if (delivery instanceof Delivery.ToAction to) {
            String refusal = ActionPipeline.refusal(to.action(), to.body());
            if (refusal != null) {
                Matcher path = PATH.matcher(refusal);
                findings.addIn(
                        message,
                        text.place(path.find() ? path.group() : "payload"),
                        Rule.MESSAGE_PAYLOAD,
                        "The action '" + to.action().name() + "' would refuse it: " + refusal);
            } else {
                misspelt(message, text, names(to.action()), keys.get("payload"));
            }
        } else if (delivery instanceof Delivery.Refused
                && keys.get("properties") instanceof Map<?, ?> properties
                && (properties.containsKey("daemon.path") || properties.containsKey("daemon.method"))) {
            findings.addIn(
                    message,
                    text.place(
                            properties.containsKey("daemon.path")
                                    ? "properties.daemon.path"
                                    : "properties.daemon.method"),
                    Rule.MESSAGE_PROPERTIES,
                    "No action answers at the daemon.path and daemon.method of the message; use one that does.");
        }
    }

    private void compare(Path message, MessageText text, List<Parameter> declared, @Nullable Object payload) {
        if (!(payload instanceof Map<?, ?> sent) || misspelt(message, text, names(declared), payload)) {
            return;
        }
        // real definitions declare one 'params' for whatever is sent
        boolean asDeclared = declared.stream().anyMatch(parameter -> sent.containsKey(parameter.name()));
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : declared) {
            if (!seen.add(String.valueOf(parameter.name()))) {
                continue;
            }
            Object value = parameter.name() == null ? null : sent.get(parameter.name());
            if (value == null) {
                if (parameter.name() != null && Boolean.TRUE.equals(parameter.required()) && asDeclared) {
                    refuse(message, text, "payload", "'" + parameter.name() + "' is required, and is missing; add it.");
                }
            } else if (!fits(parameter, value)) {
                refuse(
                        message,
                        text,
                        "payload." + parameter.name(),
                        "'" + parameter.name() + "' is declared as "
                                + String.valueOf(parameter.type()).toLowerCase(Locale.ROOT)
                                + ", and is not; change it.");
            }
        }
    }

    /** Whether a member is misspelt: what is not known is passed by without a word. */
    private boolean misspelt(Path message, MessageText text, List<String> names, @Nullable Object payload) {
        boolean found = false;
        if (payload instanceof Map<?, ?> sent) {
            List<String> absent =
                    names.stream().filter(name -> !sent.containsKey(name)).toList();
            for (Object key : sent.keySet()) {
                String meant = names.contains(key.toString()) ? null : Nearest.to(key.toString(), absent);
                if (meant != null) {
                    found = true;
                    refuse(
                            message,
                            text,
                            "payload." + key,
                            "There is no parameter '" + key + "'; did you mean '" + meant + "'? Fix the name.");
                }
            }
        }
        return found;
    }

    private static List<String> names(List<Parameter> declared) {
        return declared.stream().map(Parameter::name).filter(Objects::nonNull).toList();
    }

    private static List<String> names(Action action) {
        return Members.ofPayload(action) instanceof Members.Known known
                ? known.all().stream().map(Member::name).toList()
                : List.of();
    }

    private void refuse(Path message, MessageText text, String path, String what) {
        findings.addIn(message, text.place(path), Rule.MESSAGE_PAYLOAD, what);
    }

    private static boolean fits(Parameter parameter, Object value) {
        return switch (String.valueOf(parameter.type()).toLowerCase(Locale.ROOT)) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Number && !value.toString().matches(".*[.eE].*");
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            default -> true;
        };
    }
}
