package io.skillsdk.internal.action;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSource;
import org.jspecify.annotations.Nullable;

/**
 * The platform, lent to one call: nothing is asked after its answer, and what the action uses is let go of when it has returned,
 * which may be later. Costs nothing until it is opened.
 */
public final class FabricLease {

    private final FabricSource source;

    // guarded by this
    private @Nullable CallFabric open;

    // guarded by this
    private boolean answered;

    // guarded by this
    private boolean returned;

    public FabricLease(FabricSource source) {
        this.source = source;
    }

    Fabric open(FabricCall call) {
        CallFabric opened = source.open(call);
        boolean late;
        boolean gone;
        synchronized (this) {
            open = opened;
            late = answered;
            gone = returned;
        }
        if (late) {
            opened.scope().close();
        }
        if (gone) {
            opened.scope().release();
        }
        return opened.fabric();
    }

    /** The call has been answered. */
    public void answered() {
        CallFabric opened;
        synchronized (this) {
            answered = true;
            opened = open;
        }
        if (opened != null) {
            opened.scope().close();
        }
    }

    /** The action has returned, or its stage has completed. */
    public void returned() {
        CallFabric opened;
        synchronized (this) {
            returned = true;
            opened = open;
        }
        if (opened != null) {
            opened.scope().release();
        }
    }
}
