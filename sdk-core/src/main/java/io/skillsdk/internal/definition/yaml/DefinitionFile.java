package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.definition.model.SkillDefinition;
import java.nio.file.Path;
import java.util.Map;

/**
 * A skill.yaml that was read, with the place of everything in it.
 *
 * @param path the file
 * @param definition what it says
 * @param lines the first line of each part, from 1, by paths such as {@code inputs[0].routing.all.action}
 */
public record DefinitionFile(Path path, SkillDefinition definition, Map<String, Integer> lines) {

    /**
     * Returns the line of a part.
     *
     * @param part a path such as {@code inputs[0].routing.all.action}
     * @return its line, or that of the nearest part around it, from 1
     */
    public int line(String part) {
        String around = part;
        while (!around.isEmpty()) {
            Integer line = lines.get(around);
            if (line != null) {
                return line;
            }
            int end = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            around = end < 0 ? "" : around.substring(0, end);
        }
        return 1;
    }
}
