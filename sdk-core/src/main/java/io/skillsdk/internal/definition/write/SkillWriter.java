package io.skillsdk.internal.definition.write;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.DerivedDefinition;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.definition.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the skill.yaml and types that actions say there should be, or updates those that are there. */
public final class SkillWriter {

    private final ActionCatalog catalog;

    private final DaemonEndpoint endpoint;

    public SkillWriter(ActionCatalog catalog, DaemonEndpoint endpoint) {
        this.catalog = catalog;
        this.endpoint = endpoint;
    }

    /**
     * Writes or updates one skill.yaml and its types.
     *
     * @return the files that have changed
     * @throws DefinitionException when a file that is there cannot be read, or one cannot be written
     */
    public List<Path> write(Path skillYaml) {
        List<Path> changed = new ArrayList<>();
        Workspace workspace = Workspace.around(skillYaml);
        if (Files.isRegularFile(skillYaml)) {
            String name = DefinitionReader.read(skillYaml).definition().name();
            DerivedDefinition derived = derive(name == null ? folderName(skillYaml) : name);
            DefinitionUpdate update = new DefinitionUpdate(skillYaml.toString(), YamlReader.readText(skillYaml));
            writeIfOther(skillYaml, update.apply(derived.definition()), changed);
            writeTypes(workspace.typesFolder(), derived.types(), changed);
            updateReferenced(workspace, update.referenced(), changed);
        } else {
            DerivedDefinition derived = derive(folderName(skillYaml));
            writeIfOther(skillYaml, DefinitionWriter.write(derived.definition()), changed);
            writeTypes(workspace.typesFolder(), derived.types(), changed);
        }
        return changed;
    }

    private DerivedDefinition derive(String name) {
        return new DefinitionDeriver(catalog, endpoint, name).derive();
    }

    private static String folderName(Path skillYaml) {
        Path folder = skillYaml.toAbsolutePath().normalize().getParent();
        Path name = folder == null ? null : folder.getFileName();
        return name == null ? "skill" : name.toString();
    }

    private static void writeTypes(Path folder, List<TypeDefinition> types, List<Path> changed) {
        for (TypeDefinition type : types) {
            Path file = folder.resolve(type.name() + ".yaml");
            String text = Files.isRegularFile(file)
                    ? new DefinitionUpdate(file.toString(), YamlReader.readText(file)).apply(type)
                    : DefinitionWriter.write(type);
            writeIfOther(file, text, changed);
        }
    }

    /** Types that people have named in skill.yaml, in whatever file they are. */
    private static void updateReferenced(
            Workspace workspace, Map<String, List<Parameter>> referenced, List<Path> changed) {
        workspace.typeFiles().forEach((name, file) -> {
            List<Parameter> parameters = referenced.get(name);
            if (parameters != null) {
                TypeDefinition wanted = new TypeDefinition(null, name, null, null, parameters, Map.of());
                writeIfOther(
                        file, new DefinitionUpdate(file.toString(), YamlReader.readText(file)).apply(wanted), changed);
            }
        });
    }

    private static void writeIfOther(Path file, String text, List<Path> changed) {
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return;
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
            changed.add(file);
        } catch (IOException e) {
            throw new DefinitionException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
