package io.skillsdk.internal.definition.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action of a skill: the container that runs.
 *
 * @param name its name, and that of its folder
 * @param type {@code daemon} or {@code job}
 * @param image its image, without a tag
 * @param command what the container runs
 * @param port the port it listens on, as number or text
 * @param environmentVariables its environment: text, null, or other
 * @param podSpec patches of its pod: a list, or empty text
 * @param other all other keys, as plain values
 */
public record ActionDeclaration(
        @Nullable String name,
        @Nullable String type,
        @Nullable String image,
        List<String> command,
        @Nullable Object port,
        @Nullable Object environmentVariables,
        @Nullable Object podSpec,
        Map<String, @Nullable Object> other) {}
