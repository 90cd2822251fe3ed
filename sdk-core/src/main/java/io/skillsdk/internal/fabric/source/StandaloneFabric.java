package io.skillsdk.internal.fabric.source;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.access.FabricEnvironment;
import org.jspecify.annotations.Nullable;

/** Clients that belong to no call; named in {@code META-INF/services}, as an interface does not know what is behind it. */
public final class StandaloneFabric implements Fabric.Connector {

    /** Made by the service loader. */
    public StandaloneFabric() {}

    @Override
    public Fabric connect(@Nullable String profile) {
        return FabricEnvironment.ofProcess(FabricSettingsReader.ofProcess().client())
                .connect(profile);
    }
}
