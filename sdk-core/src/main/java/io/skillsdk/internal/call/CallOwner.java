package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.background.TaskOwner;
import org.jspecify.annotations.Nullable;

/** A call as the owner of the work after its answer. */
record CallOwner(Action action, SkillRequest<?> request, TraceIds trace) implements TaskOwner {

    @Override
    public String name() {
        return inWords(action, request);
    }

    /** Which call it is, for a log. */
    static String inWords(Action action, @Nullable SkillRequest<?> request) {
        String activationId = request == null ? null : request.activationId().orElse(null);
        return action.name() + " in activation " + CallLog.orNone(activationId);
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
