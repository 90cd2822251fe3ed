package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Fabric;

/**
 * A client and the call it belongs to: closed once the call has been answered.
 *
 * @param fabric what the action gets
 * @param scope the call
 */
public record CallFabric(Fabric fabric, CallScope scope) implements AutoCloseable {

    @Override
    public void close() {
        scope.close();
    }

    @Override
    public String toString() {
        return "CallFabric[project=" + fabric.projectId() + "]";
    }
}
