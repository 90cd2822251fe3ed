package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.definition.model.SkillDefinition;
import java.nio.file.Path;

/**
 * A skill.yaml that was read, with the place of everything in it.
 *
 * @param path the file
 * @param text what it says, letter by letter
 * @param definition what it says
 * @param places where each part is, by paths such as {@code inputs[0].routing.all.action}
 */
public record DefinitionFile(Path path, String text, SkillDefinition definition, Places places) {

    /** The line of a part, or that of the nearest part around it, from 1. */
    public int line(String part) {
        return places.of(part).line();
    }
}
