package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.action.FabricLease;
import io.skillsdk.internal.background.CallTasks;

/** A call, as the steps of the pipeline see it. */
interface RunningCall {

    Action action();

    ActionCall call();

    FabricLease fabric();

    /** What takes work for after the answer; the same for all who ask. */
    CallTasks background(SkillRequest<?> envelope);

    /** Is told of the envelope once it is read. */
    void opened(SkillRequest<?> envelope);

    /** Whether it is answered already, as its time is up: then the action is not called any more. */
    boolean isAnswered();

    /** Whether an exception out of the action is answered by what brought the call. */
    boolean isLeft(Throwable thrown);
}
