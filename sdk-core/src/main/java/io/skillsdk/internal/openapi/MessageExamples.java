package io.skillsdk.internal.openapi;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.resolve.Delivery;
import io.skillsdk.internal.definition.resolve.MessageDelivery;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the messages of a skill, {@code invoke/<input>/message.json}, as examples of the actions that they reach. */
public final class MessageExamples {

    private MessageExamples() {}

    /**
     * The messages beside a skill.yaml.
     *
     * @param skillYaml the file
     * @param catalog the actions behind the skill
     * @throws DefinitionException when the skill.yaml cannot be read
     */
    public static Examples beside(Path skillYaml, ActionCatalog catalog) throws IOException {
        Map<String, Map<String, Object>> messages = new LinkedHashMap<>();
        for (Path folder : Workspace.around(skillYaml).messageFolders()) {
            Path file = folder.resolve("message.json");
            if (Files.isRegularFile(file)) {
                byte[] text = Files.readAllBytes(file);
                Map<String, Object> message = JsonCodec.readBody(text);
                Action action = message == null ? null : reached(file, text, catalog);
                if (action != null && action.takesBody()) {
                    messages.computeIfAbsent(action.name(), unused -> new TreeMap<>())
                            .put(named(folder), message);
                }
            }
        }
        return new Examples(messages);
    }

    private static @Nullable Action reached(Path file, byte[] text, ActionCatalog catalog) {
        MessageDelivery way = MessageDelivery.of(file);
        return way != null && way.deliver(text, Map.of(), catalog, null) instanceof Delivery.ToAction to
                ? to.action()
                : null;
    }

    private static String named(Path folder) {
        return Objects.toString(folder.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
