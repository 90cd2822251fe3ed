package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a definition against the folders around it. */
final class WorkspaceChecks {

    private final SkillDefinition definition;

    private final Workspace workspace;

    private final FindingCollector findings;

    WorkspaceChecks(SkillDefinition definition, Workspace workspace, FindingCollector findings) {
        this.definition = definition;
        this.workspace = workspace;
        this.findings = findings;
    }

    void run() {
        List<Path> folders = workspace.actionFolders();
        if (folders != null) {
            checkActionFolders(folders);
        }
        Set<String> inputs = definition.inputs().stream()
                .map(Input::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (Path folder : workspace.messageFolders()) {
            String input = folder.getFileName().toString();
            if (!inputs.contains(input)) {
                findings.errorIn(
                        folder,
                        "message-input-unknown",
                        "The folder '" + input
                                + "' holds messages of an input that the skill does not have; name it like one: "
                                + String.join(", ", inputs) + ".");
            }
        }
    }

    private void checkActionFolders(List<Path> folders) {
        Set<String> names =
                folders.stream().map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
        for (int i = 0; i < definition.actions().size(); i++) {
            String name = definition.actions().get(i).name();
            if (name != null && !names.contains(name)) {
                findings.error(
                        "action-folder-missing",
                        "actions[" + i + "].name",
                        "The action '" + name + "' has no folder actions/" + name
                                + ", so nothing is built for it; name both the same.");
            }
        }
    }
}
