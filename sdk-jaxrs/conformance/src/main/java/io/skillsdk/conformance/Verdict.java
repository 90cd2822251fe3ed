package io.skillsdk.conformance;

/** What became of a check. */
public enum Verdict {
    /** The daemon does what the contract asks for. */
    PASSED,
    /** It does not, and calls of the platform will fail, or show what they should not. */
    FAILED,
    /** It does what works, but not what is recommended. */
    WARNED,
    /** What the check needs was not given. */
    SKIPPED
}
