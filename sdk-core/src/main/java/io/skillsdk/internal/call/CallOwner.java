package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.background.TaskOwner;

/** A call as the owner of the work after its answer. */
record CallOwner(Action action, SkillRequest<?> request, TraceIds trace) implements TaskOwner {

    @Override
    public String name() {
        return action.name() + " in activation "
                + CallLog.orNone(request.activationId().orElse(null));
    }

    @Override
    public void within(Runnable work) {
        CallScope scope = CallScope.open(action, request, trace);
        try {
            work.run();
        } finally {
            scope.close();
        }
    }

    @Override
    public void failed(String task, Throwable thrown) {
        CallLog.taskFailed(task, name(), thrown);
    }
}
