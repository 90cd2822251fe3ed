package io.skillsdk.definition;

/** How bad a finding is. */
public enum Severity {
    /** The skill will not work as written. */
    ERROR,
    /** It may work, but probably not as meant. */
    WARNING
}
