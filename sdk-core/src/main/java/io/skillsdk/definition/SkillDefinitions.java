package io.skillsdk.definition;

import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.definition.check.SkillCheck;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.write.SkillWriter;
import io.skillsdk.internal.routing.ActionCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** skill.yaml and the actions behind it: derived from them, checked against them, kept in sync with them. */
public final class SkillDefinitions {

    private SkillDefinitions() {}

    /**
     * Fails a test when skill.yaml, its types, its messages and the actions are not in sync.
     *
     * @param path a skill.yaml, the folder it is in, or a workspace
     * @param actions the actions, as the daemon is given them; at least one
     * @throws AssertionError with all findings, when there is an error among them
     * @throws IllegalArgumentException when no action is given
     */
    public static void assertInSync(Path path, Object... actions) {
        List<Finding> findings = check(path, actions);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new AssertionError("The definition and the actions are not in sync:\n"
                    + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }

    /**
     * Checks definitions against themselves and the files around them, without any actions.
     *
     * @param path a skill.yaml, the folder it is in, or a workspace
     * @return the findings, by file and line; empty when all is well
     * @throws DefinitionException when a definition cannot be read
     */
    public static List<Finding> check(Path path) {
        return new SkillCheck(DaemonEndpoint.ofClassPath())
                .run(List.of(Objects.requireNonNull(path, "path")))
                .findings();
    }

    /**
     * Checks definitions against themselves, the files around them, and the actions.
     *
     * @param path a skill.yaml, the folder it is in, or a workspace
     * @param actions the actions, as the daemon is given them; at least one
     * @return the findings, by file and line; empty when all is well
     * @throws DefinitionException when a definition cannot be read
     * @throws IllegalArgumentException when no action is given
     */
    public static List<Finding> check(Path path, Object... actions) {
        Objects.requireNonNull(path, "path");
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        return new SkillCheck(catalog(endpoint, actions), List.of(actions), endpoint, null)
                .run(List.of(path))
                .findings();
    }

    /**
     * Writes a definition derived from actions, or updates the one that is there: only what has drifted changes; comments,
     * order and all other keys stay, and so do jobs, external APIs and the types of other skills. The types that it refers
     * to are written into {@code types/<skill>} of the workspace, or into {@code types} beside the file. All texts are
     * computed and parsed again first; then all files are replaced, each in one step, or none is.
     *
     * @param skillYaml the file, there or not; its folder; or a workspace with one skill
     * @param actions the actions, as the daemon is given them; at least one
     * @return the files that have changed; empty when all was in sync
     * @throws DefinitionException when a file cannot be read or written, is no definition, is outside of the workspace or
     *     is reached through a link; then nothing is changed
     * @throws IllegalArgumentException when no action is given
     */
    public static List<Path> write(Path skillYaml, Object... actions) {
        Objects.requireNonNull(skillYaml, "skillYaml");
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        return new SkillWriter(catalog(endpoint, actions), endpoint).write(skillYaml);
    }

    private static ActionCatalog catalog(DaemonEndpoint endpoint, Object... actions) {
        if (NullArguments.refuseIn(actions, "actions").length == 0) {
            throw new IllegalArgumentException("There is no action. Give the instances that the daemon is given.");
        }
        return ActionCatalog.of(endpoint.defaults(), List.of(actions));
    }
}
