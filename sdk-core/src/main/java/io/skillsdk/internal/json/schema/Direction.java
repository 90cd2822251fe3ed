package io.skillsdk.internal.json.schema;

/** Whether JSON comes in or goes out: a type may differ in what it takes and what it gives. */
public enum Direction {
    /** Bodies that are sent to the daemon. */
    READ,
    /** Answers of the daemon. */
    WRITTEN
}
