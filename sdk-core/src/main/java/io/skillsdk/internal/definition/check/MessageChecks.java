package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.platform.PropertyChecks;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.workspace.WorkspaceFiles;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.yaml.FileTexts;
import io.skillsdk.internal.yaml.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the messages of a skill: {@code invoke/<input>/message.json}, and other JSON files beside it. */
final class MessageChecks {

    /** All that the platform's CLI takes. */
    private static final Set<String> KEYS = Set.of("payload", "properties", "sessionId", "correlationId");

    /** The most that the daemon takes by default. */
    private static final int MAX_MESSAGE = 1024 * 1024;

    private final SkillDefinition definition;

    private final Workspace workspace;

    private final @Nullable ActionCatalog catalog;

    private final MessagePayloads payloads;

    private final FindingCollector findings;

    /**
     * Makes the checks.
     *
     * @param catalog the actions behind the skill; null where they are not known
     */
    MessageChecks(
            SkillDefinition definition,
            Workspace workspace,
            @Nullable ActionCatalog catalog,
            MessagePayloads payloads,
            FindingCollector findings) {
        this.payloads = payloads;
        this.definition = definition;
        this.workspace = workspace;
        this.catalog = catalog;
        this.findings = findings;
    }

    void run() {
        for (Path folder : workspace.messageFolders()) {
            List<Path> messages = WorkspaceFiles.list(folder).stream()
                    .filter(file -> file.toString().endsWith(".json"))
                    .toList();
            if (messages.isEmpty()) {
                findings.addIn(folder, Rule.MESSAGE_MISSING, "The folder has no message.json; add one.");
            }
            for (Path message : messages) {
                boolean sent = Objects.toString(message.getFileName()).equals("message.json");
                check(message, Objects.toString(folder.getFileName()), sent);
            }
        }
    }

    /** The CLI sends message.json; what else is beside it, people send by hand, and may be anything. */
    private void check(Path message, String input, boolean sent) {
        byte[] body;
        try {
            body = FileTexts.readBytes(message, MAX_MESSAGE);
        } catch (DefinitionException e) {
            findings.addIn(message, Rule.UNREADABLE, "The file " + e.problem());
            return;
        }
        Map<String, Object> keys = JsonCodec.readBody(body);
        MessageText text = MessageText.of(body);
        if (keys == null) {
            if (sent) {
                findings.addIn(
                        message,
                        MessageText.faultOf(body),
                        Rule.MESSAGE_MALFORMED,
                        "The file is not a JSON object in UTF-8 without a byte order mark; write one with a payload.");
            }
            return;
        }
        boolean envelope = sent || keys.containsKey("payload");
        if (!envelope) {
            return;
        }
        if (sent) {
            keys.keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> findings.addIn(
                            message,
                            text.place(key),
                            Rule.MESSAGE_KEY,
                            "The key '" + key
                                    + "' is not allowed; use payload, properties, sessionId and correlationId only."));
        }
        boolean fine = checkProperties(message, text, keys.get("properties"));
        if (fine && (!sent || keys.containsKey("payload") || KEYS.containsAll(keys.keySet()))) {
            payloads.check(message, text, input, body, keys);
        }
    }

    private boolean checkProperties(Path message, MessageText text, @Nullable Object properties) {
        if (properties == null) {
            return true;
        }
        if (!(properties instanceof Map<?, ?> sent)) {
            findings.addIn(
                    message,
                    text.place("properties"),
                    Rule.MESSAGE_PROPERTIES,
                    "The properties are not an object; write names and values in braces.");
            return false;
        }
        SkillRouting routing = new SkillRouting(definition);
        List<String> declared = definition.properties().stream()
                .map(property -> Objects.toString(property.name(), ""))
                .toList();
        boolean fits = true;
        for (Map.Entry<?, ?> one : sent.entrySet()) {
            String name = one.getKey().toString();
            if (routing.declares(name)) {
                fits &= checkValue(message, text.place("properties." + name), name, one.getValue());
            } else if (declared.stream().noneMatch(String::isEmpty) && !isFoundMissing(name)) {
                findings.addIn(
                        message,
                        text.place("properties." + name),
                        Rule.MESSAGE_PROPERTIES,
                        "The property '" + name + "' is not declared in skill.yaml, so the platform drops it; "
                                + Nearest.hint(name, declared, "declare it there."));
            }
        }
        return fits;
    }

    /** Whether routing or actions need the property too, so that it is found already that it is not declared. */
    private boolean isFoundMissing(String name) {
        return definition.inputs().stream()
                        .map(Input::routing)
                        .anyMatch(routing -> routing != null && name.equals(routing.property()))
                || (catalog != null
                        && catalog.properties().stream()
                                .anyMatch(known -> known.name().equals(name)));
    }

    private boolean checkValue(Path message, Place place, String name, @Nullable Object value) {
        for (Property property : definition.properties()) {
            Object byDefault = property.defaultValue();
            boolean sound = byDefault == null || PropertyChecks.fits(property, byDefault);
            if (name.equals(property.name()) && value != null && sound && !PropertyChecks.fits(property, value)) {
                findings.addIn(
                        message,
                        place,
                        Rule.MESSAGE_PROPERTIES,
                        property.validValues().isEmpty()
                                ? "The value of '" + name + "' is not a "
                                        + String.valueOf(property.type()).toLowerCase(Locale.ROOT)
                                        + ", as skill.yaml declares it; change it."
                                : "The value of '" + name + "' is not one of its validValues; "
                                        + Nearest.hint(value.toString(), property.validValues(), ""));
                return false;
            }
        }
        return true;
    }
}
