package io.skillsdk.internal.call;

import io.skillsdk.internal.answer.ActionAnswer;
import java.util.concurrent.CompletableFuture;

/** An answer that the one who has brought the call waits for, or hangs something on. */
final class AwaitedAnswer extends CompletableFuture<ActionAnswer> implements CallAnswer {

    @Override
    public boolean isDecided() {
        return isDone();
    }

    @Override
    public boolean offer(ActionAnswer answer) {
        return complete(answer);
    }

    @Override
    public boolean failFatally(VirtualMachineError error) {
        return completeExceptionally(error);
    }
}
