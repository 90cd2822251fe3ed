package io.skillsdk.internal.background;

/** The call that tasks belong to, as far as they need it. */
public interface TaskOwner {

    /** The action and the activation, for the log. */
    String name();

    /** Runs work in the logging context of the call. */
    void within(Runnable work);

    /** Logs that a task has failed. */
    void failed(String task, Throwable thrown);
}
