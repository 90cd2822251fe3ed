package io.skillsdk.internal.conformance.checks;

import io.skillsdk.conformance.ConformanceResult;
import io.skillsdk.conformance.Verdict;
import java.io.IOException;

/**
 * One thing that a daemon has to do.
 *
 * @param worst what it is when the daemon does not do it
 * @param probe finds out
 */
public record Check(String id, String requirement, Verdict worst, Probe probe) {

    /** Finds out whether a daemon does something. */
    @FunctionalInterface
    public interface Probe {

        /** What the daemon does instead; empty when it does as it should. */
        String fault(Target target) throws IOException, NotGivenException;
    }

    /** Something that a check needs was not given; the message says what. */
    public static final class NotGivenException extends Exception {

        private static final long serialVersionUID = 1L;

        NotGivenException(String message) {
            super(message);
        }
    }

    static Check required(String id, String requirement, Probe probe) {
        return new Check(id, requirement, Verdict.FAILED, probe);
    }

    static Check recommended(String id, String requirement, Probe probe) {
        return new Check(id, requirement, Verdict.WARNED, probe);
    }

    public ConformanceResult run(Target target) {
        try {
            String fault = probe.fault(target);
            return new ConformanceResult(id, requirement, fault.isEmpty() ? Verdict.PASSED : worst, fault);
        } catch (NotGivenException e) {
            return new ConformanceResult(id, requirement, Verdict.SKIPPED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new ConformanceResult(id, requirement, worst, String.valueOf(e.getMessage()));
        }
    }
}
