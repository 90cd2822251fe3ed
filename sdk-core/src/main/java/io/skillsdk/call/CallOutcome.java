package io.skillsdk.call;

/** What a call has come to, beside its status: whose fault it was. */
public enum CallOutcome {
    /** The action answered with a result. */
    SUCCEEDED,
    /** The body could not be read, or the payload or a parameter is not valid; the action was not called. */
    INVALID,
    /** There was no free slot or thread for it in time; the action was not called. */
    OVERLOADED,
    /** The action, an interceptor or a mapping answered with a {@link io.skillsdk.SkillException}. */
    REFUSED,
    /** The action failed, or its result could not be written. */
    FAILED,
    /** The action did not answer by its deadline. */
    TIMED_OUT
}
