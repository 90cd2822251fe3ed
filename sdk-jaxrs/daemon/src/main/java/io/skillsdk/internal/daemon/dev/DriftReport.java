package io.skillsdk.internal.daemon.dev;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.internal.definition.check.SkillCheck;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log where skill.yaml and the actions have come apart, as it happens; each finding once. Not thread-safe. */
public final class DriftReport {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon.dev");

    private final Optional<Path> workspace;

    private List<Finding> told = List.of();

    /** Why nothing could be checked the last time. */
    private String problem = "";

    /**
     * Makes it.
     *
     * @param workspace where the skill is; without one nothing is told
     */
    public DriftReport(Optional<Path> workspace) {
        this.workspace = workspace;
    }

    /** Checks the skill of some actions. The thread's class loader has their {@code daemon.properties}. */
    public void tell(List<Object> described) {
        if (workspace.isEmpty()) {
            return;
        }
        try {
            DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
            ActionCatalog catalog = ActionCatalog.of(endpoint.defaults(), described);
            List<Finding> found = new SkillCheck(catalog, described, endpoint, null)
                    .run(List.of(workspace.get()))
                    .findings();
            found.stream().filter(finding -> !told.contains(finding)).forEach(DriftReport::log);
            if (found.isEmpty() && !told.isEmpty()) {
                LOG.info("skill.yaml and the actions are in sync again");
            }
            told = found;
            problem = "";
        } catch (DefinitionException | IllegalArgumentException | UncheckedIOException e) {
            if (!problem.equals(e.getMessage())) {
                problem = String.valueOf(e.getMessage());
                LOG.warn("The skill could not be checked: {}", problem);
            }
        }
    }

    private static void log(Finding finding) {
        String text = finding.file() + ":" + finding.line() + ": [" + finding.id() + "] " + finding.part() + " "
                + finding.message();
        if (finding.severity() == Severity.ERROR) {
            LOG.error(text);
        } else {
            LOG.warn(text);
        }
    }
}
