package io.skillsdk.conformance;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of all checks, in their order.
 *
 * @param results one for each check
 */
public record ConformanceReport(List<ConformanceResult> results) {

    /**
     * A report of results.
     *
     * @param results one for each check
     */
    public ConformanceReport {
        results = List.copyOf(results);
    }

    /**
     * The checks that ended with a verdict.
     *
     * @param verdict the verdict
     * @return their results; empty when there are none
     */
    public List<ConformanceResult> with(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).toList();
    }

    /**
     * Whether the daemon conforms: no check failed.
     *
     * @return true when none failed; warnings and skipped checks do not count
     */
    public boolean conforms() {
        return with(Verdict.FAILED).isEmpty();
    }

    /** All results, a line or two each, and a last line with the numbers. */
    @Override
    public String toString() {
        return results.stream()
                .map(result -> result + System.lineSeparator())
                .collect(Collectors.joining(
                        "",
                        "",
                        "%d passed, %d failed, %d warned, %d skipped"
                                .formatted(
                                        with(Verdict.PASSED).size(),
                                        with(Verdict.FAILED).size(),
                                        with(Verdict.WARNED).size(),
                                        with(Verdict.SKIPPED).size())));
    }
}
