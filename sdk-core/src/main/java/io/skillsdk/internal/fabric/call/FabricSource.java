package io.skillsdk.internal.fabric.call;

/** Gives each call its client. Thread-safe. */
@FunctionalInterface
public interface FabricSource {

    /**
     * Opens a client for a call. To be closed when the call has been answered.
     *
     * @throws io.skillsdk.fabric.FabricException when the call says something that no client can be made of
     */
    CallFabric open(FabricCall call);
}
