package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.wire.WireAnswer;

/** The calls of one resource. */
interface Routes {

    /**
     * Answers a call.
     *
     * @throws Refusal for every other answer than a success
     */
    WireAnswer answer(ProjectData project, StandInCall call);
}
