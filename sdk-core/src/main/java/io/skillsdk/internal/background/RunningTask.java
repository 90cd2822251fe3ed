package io.skillsdk.internal.background;

/** A task that runs right now. Its identity is that of the run. */
final class RunningTask {

    private final String name;

    private final TaskOwner owner;

    private final Thread thread = Thread.currentThread();

    RunningTask(String name, TaskOwner owner) {
        this.name = name;
        this.owner = owner;
    }

    void interrupt() {
        thread.interrupt();
    }

    @Override
    public String toString() {
        return "'" + name + "' of " + owner.name();
    }
}
