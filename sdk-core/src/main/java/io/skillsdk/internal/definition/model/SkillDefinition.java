package io.skillsdk.internal.definition.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A skill.yaml.
 *
 * @param camel the version of the format, {@code 1.0.0}
 * @param name the skill's name
 * @param title its title
 * @param description what it does
 * @param tags its tags
 * @param inputs what it can be called with
 * @param outputs what it answers with
 * @param properties its properties, the {@code daemon.*} ones among them
 * @param actions its actions: the containers that run; empty where none are declared
 * @param other all other keys, as plain values
 */
public record SkillDefinition(
        @Nullable String camel,
        @Nullable String name,
        @Nullable String title,
        @Nullable String description,
        List<Tag> tags,
        List<Input> inputs,
        List<Output> outputs,
        List<Property> properties,
        List<ActionDeclaration> actions,
        Map<String, @Nullable Object> other) {

    /** The version of the format that the platform knows. */
    public static final String CAMEL = "1.0.0";
}
