package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionPipeline;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.json.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the messages of a skill: {@code invoke/<input>/message.json}. */
final class MessageChecks {

    /** All that the platform's CLI takes. */
    private static final Set<String> KEYS = Set.of("payload", "properties", "sessionId", "correlationId");

    private final Workspace workspace;

    private final FindingCollector findings;

    MessageChecks(Workspace workspace, FindingCollector findings) {
        this.workspace = workspace;
        this.findings = findings;
    }

    /**
     * Checks all messages.
     *
     * @param actions the action that each input leads to, by the input's name; empty where none are known
     */
    void run(Map<String, Action> actions) {
        for (Path folder : workspace.messageFolders()) {
            Path message = folder.resolve("message.json");
            if (Files.isRegularFile(message)) {
                check(message, actions.get(folder.getFileName().toString()));
            } else {
                findings.errorIn(folder, "message-missing", "The folder has no message.json; add one.");
            }
        }
    }

    private void check(Path message, @Nullable Action action) {
        byte[] body;
        try {
            body = Files.readAllBytes(message);
        } catch (IOException e) {
            throw new DefinitionException(message + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, Object> keys = JsonCodec.readBody(body);
        if (keys == null) {
            findings.errorIn(
                    message,
                    "message-malformed",
                    "The file is not a JSON object in UTF-8 without a byte order mark; write one with a payload.");
            return;
        }
        for (String key : keys.keySet()) {
            if (!KEYS.contains(key)) {
                findings.errorIn(
                        message,
                        "message-key",
                        "The key '" + key
                                + "' is not allowed; use payload, properties, sessionId and correlationId only.");
            }
        }
        if (action == null) {
            return;
        }
        String refusal = new ActionPipeline().refusal(action, body);
        if (refusal != null) {
            findings.errorIn(
                    message, "message-payload", "The action '" + action.name() + "' would refuse it: " + refusal);
        }
    }
}
