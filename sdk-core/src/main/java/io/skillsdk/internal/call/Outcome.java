package io.skillsdk.internal.call;

import io.skillsdk.internal.answer.ActionAnswer;
import java.util.concurrent.CompletionStage;

/** What the thread of a call has come to. */
sealed interface Outcome {

    /** The answer. */
    record Answered(ActionAnswer answer) implements Outcome {}

    /** The stage of an asynchronous action, which may complete later and on any thread. */
    record Awaited(CompletionStage<?> stage) implements Outcome {}

    /** Nothing: the time was up before the action's turn, and its client has been answered. */
    record NotCalled() implements Outcome {}
}
