package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.internal.definition.finding.Rule;
import java.util.List;

/**
 * What a check found.
 *
 * @param findings the findings, by file and line
 * @param held the names of the skills that were held against the actions
 * @param others the names of the skills that were held against the platform's rules alone
 * @param suppressed how many findings comments have kept quiet
 */
public record CheckReport(List<Finding> findings, List<String> held, List<String> others, int suppressed) {

    /** How many findings are of a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether a file could not be read, so that not all is known. */
    public boolean isIncomplete() {
        return findings.stream().anyMatch(finding -> finding.id().equals(Rule.UNREADABLE.id()));
    }
}
