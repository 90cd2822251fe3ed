package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import java.io.IOException;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.asyncqueue.AsyncQueue;
import org.jspecify.annotations.Nullable;

/** When a connection may have its next event: as Grizzly does it on one thread, but that a fatal error ends the process. */
class EventHandling extends IOEventLifeCycleListener.Adapter {

    private final boolean enabled;

    /** Makes one for events that are enabled, or disabled, while they are handled. */
    EventHandling(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public void onError(Context context, @Nullable Object thrown) {
        if (thrown instanceof Throwable failure) {
            FatalErrorExit.endIfFatal(failure); // Grizzly has caught it, and goes on
        }
    }

    @Override
    public void onReregister(Context context) throws IOException {
        onComplete(context, null);
    }

    @Override
    public void onComplete(Context context, @Nullable Object data) throws IOException {
        if (AsyncQueue.EXPECTING_MORE_OPTION.equals(data)) {
            context.getConnection().simulateIOEvent(context.getIoEvent());
        } else if (!enabled || context.isManualIOEventControl()) {
            context.getConnection().enableIOEvent(context.getIoEvent());
        }
    }

    @Override
    public void onContextManualIOEventControl(Context context) throws IOException {
        if (!context.isManualIOEventControl()) {
            context.getConnection().disableIOEvent(context.getIoEvent());
        }
    }
}
