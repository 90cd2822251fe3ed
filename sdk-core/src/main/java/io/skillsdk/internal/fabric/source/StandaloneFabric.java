package io.skillsdk.internal.fabric.source;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.access.FabricEnvironment;
import org.jspecify.annotations.Nullable;

/** Clients that belong to no call. */
public final class StandaloneFabric {

    private StandaloneFabric() {}

    /**
     * Makes one from the environment of this process.
     *
     * @param profile the profile to use, or null for what the environment says
     */
    public static Fabric connect(@Nullable String profile) {
        return FabricEnvironment.ofProcess(FabricSettingsReader.ofProcess().client())
                .connect(profile);
    }
}
