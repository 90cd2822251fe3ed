package io.skillsdk.internal.fabric.call;

import io.skillsdk.fabric.Fabric;

/**
 * A client and the call it belongs to: closed once the call has been answered.
 *
 * @param fabric what the action gets
 * @param scope the call
 */
public record CallFabric(Fabric fabric, FabricScope scope) implements AutoCloseable {

    /** Ends a call whose action has returned. */
    @Override
    public void close() {
        scope.close();
        scope.release();
    }

    @Override
    public String toString() {
        return "CallFabric[project=" + fabric.projectId() + "]";
    }
}
