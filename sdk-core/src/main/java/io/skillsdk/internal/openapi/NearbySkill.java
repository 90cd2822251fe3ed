package io.skillsdk.internal.openapi;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The skill.yaml of a daemon that runs on a developer's machine, from the folder of the skill or of its action. An image has
 * none, so that its actions are described without it.
 *
 * @param title the skill's name, for people
 * @param examples its messages
 */
public record NearbySkill(String title, Examples examples) {

    private static final Logger LOG = LoggerFactory.getLogger(NearbySkill.class);

    /** What it is where there is no file, or one that cannot be read. */
    private static final NearbySkill UNKNOWN = new NearbySkill("Skill", Examples.NONE);

    /** Looks beside a folder, and where the skill of an action's folder is. */
    public static NearbySkill of(Path folder, ActionCatalog catalog) {
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path each : List.of(absolute, absolute.resolve("../..").normalize())) {
            Path skillYaml = each.resolve("skill.yaml");
            if (Files.isRegularFile(skillYaml)) {
                return read(skillYaml, catalog);
            }
        }
        return UNKNOWN;
    }

    private static NearbySkill read(Path skillYaml, ActionCatalog catalog) {
        try {
            String title = Objects.requireNonNullElse(
                    DefinitionReader.readLeniently(skillYaml).definition().name(), UNKNOWN.title);
            return new NearbySkill(title, MessageExamples.beside(skillYaml, catalog));
        } catch (IOException | DefinitionException e) {
            LOG.info("{} gives no examples: {}", skillYaml, e.getMessage());
            return UNKNOWN;
        }
    }
}
