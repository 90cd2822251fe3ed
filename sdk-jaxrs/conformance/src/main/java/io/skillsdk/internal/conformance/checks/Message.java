package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.json.JsonText;
import io.skillsdk.internal.conformance.json.NotJsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message.json has: a payload and, often, properties. */
public record Message(@Nullable Object payload, Map<?, ?> properties) {

    public static Message read(String text) {
        try {
            if (JsonText.read(text) instanceof Map<?, ?> members && members.containsKey("payload")) {
                return new Message(
                        members.get("payload"),
                        members.get("properties") instanceof Map<?, ?> given ? given : Map.of());
            }
            throw new IllegalArgumentException("The message is not a JSON object with a payload.");
        } catch (NotJsonException e) {
            throw new IllegalArgumentException("The message is not JSON: " + e.getMessage() + ".", e);
        }
    }

    Message payload(@Nullable Object other) {
        return new Message(other, properties);
    }
}
