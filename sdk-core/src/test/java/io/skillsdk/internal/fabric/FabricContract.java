package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.standin.StandInPlatform;

/** What every platform does, whatever is behind the client. */
abstract class FabricContract
        implements SessionContract, SecretContract, ContentContract, ExperimentContract, CallContract {

    final TestClock clock = new TestClock();

    @Override
    public abstract Fabric fabric();

    @Override
    public abstract StandInPlatform platform();

    @Override
    public TestClock clock() {
        return clock;
    }
}
