package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** The same client over the platform in memory, as tests of actions use it. */
class InMemoryContractTest extends FabricContract {

    private final StandInPlatform platform = new StandInPlatform(clock, SessionForm.BARE);

    private final Fabric fabric = Platform.over(
                    platform,
                    FabricSettings.DEFAULTS.sessionForm(SessionForm.BARE).retries(0),
                    Clock.systemUTC())
            .open(new FabricCall(
                    StandInPlatform.ENDPOINT, "t", "p", "s", "a", Instant.now().plusSeconds(60), Map.of()))
            .fabric();

    @Override
    public Fabric fabric() {
        return fabric;
    }

    @Override
    public StandInPlatform platform() {
        return platform;
    }
}
