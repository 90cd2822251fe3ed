package io.skillsdk.internal.definition.write;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.TypeNames;
import io.skillsdk.internal.definition.edit.EditedText;
import io.skillsdk.internal.definition.edit.TreePath;
import io.skillsdk.internal.definition.edit.YamlEditor;
import io.skillsdk.internal.definition.replace.FileChange;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the skill.yaml and the types that actions say there should be, and writes them. */
public final class SkillWriter {

    private static final String SKILL_YAML = "skill.yaml";

    private static final List<String> SECTIONS = List.of("camel", "inputs", "outputs", "properties", "actions");

    private static final List<String> FLAGS = List.of("required", "secure");

    private final ActionCatalog catalog;

    private final WriteSettings settings;

    public SkillWriter(ActionCatalog catalog, DaemonEndpoint endpoint) {
        this(catalog, new WriteSettings(endpoint, null));
    }

    public SkillWriter(ActionCatalog catalog, WriteSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /**
     * Writes or updates one skill.yaml and its types: all of them, or none.
     *
     * @param path the skill.yaml, the folder it is in, or a workspace with one skill
     * @return the files that have changed
     * @throws DefinitionException when a file that is there cannot be read, or one cannot be written
     */
    public List<Path> write(Path path) {
        return plan(path).apply();
    }

    /**
     * Computes what {@link #write} would write, and writes nothing.
     *
     * @param path the skill.yaml, the folder it is in, or a workspace with one skill
     * @throws DefinitionException when a file that is there cannot be read, or is no definition
     */
    public WritePlan plan(Path path) {
        Path skillYaml = skillYaml(path).toAbsolutePath().normalize();
        String text = Files.exists(skillYaml) ? YamlReader.readText(skillYaml) : null;
        String folder = folderName(skillYaml);
        Map<String, @Nullable Object> tree = text == null || text.isBlank()
                ? DefinitionWriter.tree(deriver(folder).derive().definition())
                : read(skillYaml, text);
        Item definition = new Item(TreePath.ROOT, tree);
        String name = definition.name() == null ? folder : definition.name();
        SkillPlace place = new SkillPlace(skillYaml, name);
        Notes notes = new Notes();
        TypeUpdates types = new TypeUpdates(new TypeLibrary(place), new TypeNames(name), notes);
        FileChanges changes = new DefinitionUpdate(
                        catalog,
                        deriver(name),
                        types,
                        notes,
                        skillYaml.getFileName().toString())
                .changes(definition, name, settings);
        List<FileChange> files = new ArrayList<>();
        if (text == null || text.isBlank()) {
            files.add(new FileChange(skillYaml, text, YamlEditor.write(skillYaml.toString(), tree)));
        } else {
            change(skillYaml, text, changes, files, notes);
        }
        types.changes().forEach((file, made) -> change(file, YamlReader.readText(file), made, files, notes));
        types.created().forEach((type, keys) -> files.add(newType(place, type, keys)));
        return new WritePlan(place.bounds(), List.copyOf(files), notes.all());
    }

    private DefinitionDeriver deriver(String name) {
        return new DefinitionDeriver(catalog, settings.endpoint(), name, settings.pod());
    }

    private static Map<String, @Nullable Object> read(Path skillYaml, String text) {
        Map<String, @Nullable Object> tree =
                YamlReader.read(skillYaml.toString(), text).plain();
        if (SECTIONS.stream().noneMatch(tree::containsKey) && !tree.containsKey("name")) {
            throw new DefinitionException(skillYaml + ": is not a skill's definition: it has none of "
                    + String.join(", ", SECTIONS) + ". Nothing was changed.");
        }
        if (tree.containsKey("types") || (tree.containsKey("parameters") && !tree.containsKey("inputs"))) {
            throw new DefinitionException(
                    skillYaml + ": is a file of types, not a skill's definition. Nothing was changed.");
        }
        refuseFaults(skillYaml);
        return tree;
    }

    /** What is of another kind than expected is not guessed at; {@code required: yes} is clear, and put right. */
    private static void refuseFaults(Path skillYaml) {
        DefinitionReader.readLeniently(skillYaml).places().faults().stream()
                .filter(fault -> FLAGS.stream().noneMatch(flag -> fault.part().endsWith("." + flag)))
                .findFirst()
                .ifPresent(fault -> {
                    throw new DefinitionException(
                            skillYaml.toString(),
                            fault.place().line(),
                            fault.part() + " " + fault.message() + " Nothing was changed.",
                            null);
                });
    }

    private static void change(Path file, String text, FileChanges changes, List<FileChange> files, Notes notes) {
        EditedText edited = YamlEditor.edit(file.toString(), text, changes.all());
        edited.rewritten()
                .forEach(
                        path -> notes.add(
                                file.getFileName().toString(),
                                path.toString(),
                                (path.isRoot() ? "the whole file" : "this")
                                        + " could not be changed in place and is written anew: comments and layout in it are gone."));
        if (!edited.text().equals(text)) {
            files.add(new FileChange(file, text, edited.text()));
        }
    }

    /** A file that has something else in it already is not touched: the type gets a file of another name. */
    private static FileChange newType(SkillPlace place, String type, Map<String, @Nullable Object> keys) {
        Path folder = place.newTypesFolder();
        Path file = folder.resolve(type + ".yaml");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(type + "-" + i + ".yaml");
        }
        return new FileChange(file, null, YamlEditor.write(file.toString(), keys));
    }

    private static Path skillYaml(Path path) {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(SKILL_YAML))) {
            return Files.isDirectory(path) ? path.resolve(SKILL_YAML) : path;
        }
        if (!Files.isDirectory(path.resolve("skills"))) {
            return path.resolve(SKILL_YAML);
        }
        List<Path> all = Workspace.definitions(path);
        if (all.size() == 1) {
            return all.get(0);
        }
        throw new DefinitionException(path + ": is a workspace of " + all.size()
                + " skills. Name the one that these actions are of, such as " + all.get(0) + ".");
    }

    private static String folderName(Path skillYaml) {
        Path folder = skillYaml.getParent();
        Path name = folder == null ? null : folder.getFileName();
        return name == null ? "skill" : name.toString();
    }
}
