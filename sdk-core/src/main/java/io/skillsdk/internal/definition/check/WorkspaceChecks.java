package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.platform.DockerfileChecks;
import io.skillsdk.internal.definition.platform.MainClasses;
import io.skillsdk.internal.definition.platform.NameChecks;
import io.skillsdk.internal.definition.platform.NamedParts;
import io.skillsdk.internal.definition.platform.PortClaims;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.yaml.FileTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a definition against the folders around it. */
final class WorkspaceChecks {

    private static final int MAX_DOCKERFILE = 256 * 1024;

    private final SkillDefinition definition;

    private final Workspace workspace;

    private final FindingCollector findings;

    private final boolean built;

    private final boolean ofOurs;

    private final PortClaims ports;

    private final Set<String> unreached;

    /**
     * Makes the checks.
     *
     * @param built whether skills of this workspace are built from folders of actions
     * @param ofOurs whether the skill is held against actions whose classes are here
     * @param ports takes what Dockerfiles say of the daemon's port
     * @param unreached the names of actions that no input leads to, which is a finding itself
     */
    WorkspaceChecks(
            SkillDefinition definition,
            Workspace workspace,
            FindingCollector findings,
            boolean built,
            boolean ofOurs,
            PortClaims ports,
            Set<String> unreached) {
        this.unreached = unreached;
        this.ports = ports;
        this.definition = definition;
        this.workspace = workspace;
        this.findings = findings;
        this.built = built;
        this.ofOurs = ofOurs;
    }

    void run() {
        List<Path> folders = workspace.actionFolders();
        boolean template = definition.actions().stream().anyMatch(action -> NameChecks.isPlaceholder(action.name()));
        if (!template && (folders != null || built)) {
            checkActionFolders(folders == null ? List.of() : folders);
        }
        Set<String> inputs = definition.inputs().stream()
                .map(Input::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (Path folder : workspace.messageFolders()) {
            String input = Objects.toString(folder.getFileName());
            boolean complete =
                    !inputs.isEmpty() && inputs.size() == definition.inputs().size();
            if (complete && !inputs.contains(input) && !unreached.contains(input)) {
                findings.addIn(
                        folder,
                        Rule.MESSAGE_INPUT_UNKNOWN,
                        "The folder '" + input + "' has messages of an input that the skill does not have; "
                                + Nearest.hint(input, inputs, "add the input."));
            }
        }
        for (int i = 0; i < definition.actions().size(); i++) {
            ActionDeclaration action = definition.actions().get(i);
            String missing =
                    ofOurs && "daemon".equalsIgnoreCase(action.type()) ? MainClasses.missing(action.command()) : null;
            if (missing != null) {
                findings.add(
                        Rule.COMMAND_CLASS,
                        "actions[" + i + "].command",
                        "There is no class " + missing + "; name the one with the main method.");
            }
        }
    }

    private void checkActionFolders(List<Path> folders) {
        Set<String> names = folders.stream()
                .map(folder -> Objects.toString(folder.getFileName()))
                .collect(Collectors.toSet());
        for (int i = 0; i < definition.actions().size(); i++) {
            ActionDeclaration action = definition.actions().get(i);
            String name = action.name();
            if (name == null || !NameChecks.isValid(name)) {
                continue; // found already
            }
            if (names.contains(name) || Files.isDirectory(workspace.actionFolder(name))) {
                checkDockerfile("actions[" + i + "].name", action, workspace.actionFolder(name));
            } else {
                findings.add(
                        Rule.ACTION_FOLDER_MISSING,
                        "actions[" + i + "].name",
                        "The action '" + name + "' has no folder actions/" + name + ", so nothing is built for it; "
                                + Nearest.hint(name, names, "add it."));
            }
        }
        // a folder that is nearly called like an action is not unknown, and is its
        long missing = definition.actions().stream()
                .map(action -> String.valueOf(action.name()))
                .filter(action -> !names.contains(action) && Nearest.to(action, names) == null)
                .count();
        boolean complete = NamedParts.of(definition.actions(), ActionDeclaration::name)
                        .isComplete()
                && definition.actions().stream().allMatch(action -> NameChecks.isValid(String.valueOf(action.name())));
        if (!definition.actions().isEmpty() && complete) {
            List<Path> unknown = new ArrayList<>();
            folders.stream().filter(this::isUnknown).forEach(unknown::add);
            // an action without a folder is a finding itself: one of those that are left is probably its
            unknown.stream()
                    .skip(missing)
                    .forEach(folder -> findings.addIn(
                            folder,
                            Rule.ACTION_FOLDER_UNKNOWN,
                            "The folder '" + folder.getFileName()
                                    + "' is of no action, so it is never built; add the action to skill.yaml, or"
                                    + " remove the folder."));
        }
    }

    private boolean isUnknown(Path folder) {
        String name = Objects.toString(folder.getFileName());
        List<String> actions = definition.actions().stream()
                .map(ActionDeclaration::name)
                .filter(Objects::nonNull)
                .toList();
        // a name with a namespace has a folder in a folder
        return actions.stream().noneMatch(action -> action.equals(name) || action.startsWith(name + "/"))
                && Nearest.to(name, actions) == null;
    }

    private void checkDockerfile(String part, ActionDeclaration action, Path folder) {
        Path dockerfile = folder.resolve("Dockerfile");
        if (!Files.exists(dockerfile)) {
            findings.add(
                    Rule.DOCKERFILE_MISSING,
                    part,
                    "The folder actions/" + action.name() + " has no Dockerfile, so nothing is built for it; add one.");
            return;
        }
        try {
            String text = FileTexts.read(dockerfile, MAX_DOCKERFILE);
            boolean daemon = "daemon".equalsIgnoreCase(action.type());
            new DockerfileChecks(findings, dockerfile, daemon ? ports : null, ofOurs && daemon).run(text);
        } catch (DefinitionException e) {
            findings.addIn(dockerfile, Rule.UNREADABLE, "The file " + e.problem());
        }
    }
}
