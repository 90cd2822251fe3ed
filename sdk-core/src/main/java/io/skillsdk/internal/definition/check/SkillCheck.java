package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.definition.Finding;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks definitions against themselves, the files around them, and the actions. */
public final class SkillCheck {

    private final @Nullable ActionCatalog catalog;

    private final DaemonEndpoint endpoint;

    /**
     * Makes a check.
     *
     * @param catalog the actions; null to check without them
     */
    public SkillCheck(@Nullable ActionCatalog catalog, DaemonEndpoint endpoint) {
        this.catalog = catalog;
        this.endpoint = endpoint;
    }

    /**
     * Checks all definitions below a path.
     *
     * @throws DefinitionException when one cannot be read
     */
    public List<Finding> run(Path path) {
        List<Finding> findings = new ArrayList<>();
        for (Path file : Workspace.definitions(path)) {
            findings.addAll(check(file));
        }
        return findings;
    }

    private List<Finding> check(Path file) {
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
        return own.all();
    }
}
