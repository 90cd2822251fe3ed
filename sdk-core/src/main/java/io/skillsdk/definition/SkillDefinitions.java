package io.skillsdk.definition;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** skill.yaml and the actions behind it: derived from them, checked against them, kept in step with them. */
public final class SkillDefinitions {

    private SkillDefinitions() {}

    /**
     * Fails a test when skill.yaml, its types, its messages and the actions are not in step.
     *
     * @param path a skill.yaml, the folder it is in, or a workspace
     * @param actions the actions, as the daemon is given them
     * @throws AssertionError with all findings, when there is an error among them
     */
    public static void assertInStep(Path path, Object... actions) {
        List<Finding> findings = check(path, actions);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new AssertionError("The definition and the actions are not in step:\n"
                    + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }

    /**
     * Checks definitions against themselves, the files around them, and the actions.
     *
     * @param path a skill.yaml, the folder it is in, or a workspace
     * @param actions the actions, as the daemon is given them; none to check without them
     * @return the findings, by file and line; empty when all is well
     * @throws DefinitionException when a definition cannot be read
     */
    public static List<Finding> check(Path path, Object... actions) {
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        ActionCatalog catalog = actions.length == 0 ? null : ActionCatalog.of(endpoint.defaults(), List.of(actions));
        List<Finding> findings = new ArrayList<>();
        for (Path file : Workspace.definitions(path)) {
            DefinitionFile read = DefinitionReader.read(file);
            Workspace workspace = Workspace.around(file);
            FindingCollector own = new FindingCollector(read);
            new DefinitionChecks(read.definition(), own).run();
            new WorkspaceChecks(read.definition(), workspace, own).run();
            Map<String, Action> byInput = new LinkedHashMap<>();
            if (catalog != null) {
                ActionChecks checks = new ActionChecks(read.definition(), workspace.types(), catalog, endpoint, own);
                checks.run();
                read.definition().inputs().forEach(input -> {
                    Action action = checks.actionOf(input);
                    if (action != null && input.name() != null) {
                        byInput.put(input.name(), action);
                    }
                });
            }
            new MessageChecks(workspace, own).run(byInput);
            findings.addAll(own.all());
        }
        return findings;
    }

    /**
     * Derives a definition from actions alone.
     *
     * @param name the skill's name
     * @param actions the actions, as the daemon is given them
     * @return the definition with its types; always without findings
     */
    public static DerivedDefinition derive(String name, Object... actions) {
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        return new DefinitionDeriver(ActionCatalog.of(endpoint.defaults(), List.of(actions)), endpoint, name).derive();
    }

    /**
     * Writes a definition derived from actions, or updates the one that is there: only what has drifted changes; comments,
     * order and all other keys stay. The types that it refers to are written beside it, or into the workspace's
     * {@code types/}.
     *
     * @param skillYaml the file, there or not
     * @param actions the actions, as the daemon is given them
     * @return the files that have changed
     * @throws DefinitionException when a file cannot be read or written
     */
    public static List<Path> write(Path skillYaml, Object... actions) {
        Workspace workspace = Workspace.around(skillYaml);
        List<Path> changed = new ArrayList<>();
        if (Files.isRegularFile(skillYaml)) {
            String name = DefinitionReader.read(skillYaml).definition().name();
            DerivedDefinition derived = derive(name == null ? folderName(skillYaml) : name, actions);
            DefinitionUpdate update = new DefinitionUpdate(skillYaml.toString(), YamlReader.readText(skillYaml));
            writeIfOther(skillYaml, update.apply(derived.definition()), changed);
            writeTypes(workspace.typesFolder(), derived.types(), changed);
            updateReferenced(workspace, update.referenced(), changed);
        } else {
            DerivedDefinition derived = derive(folderName(skillYaml), actions);
            writeIfOther(skillYaml, DefinitionWriter.write(derived.definition()), changed);
            writeTypes(workspace.typesFolder(), derived.types(), changed);
        }
        return changed;
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
