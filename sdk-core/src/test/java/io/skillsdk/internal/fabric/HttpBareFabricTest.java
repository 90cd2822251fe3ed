package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import io.skillsdk.internal.fabric.standin.StandInServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The client over HTTP, where session writes have the bare form and it finds that out by itself. */
class HttpBareFabricTest extends FabricContract {

    private StandInServer server;

    private Fabric fabric;

    @BeforeEach
    void open() throws IOException {
        server = new StandInServer(new StandInPlatform(clock, SessionForm.BARE));
        fabric = new TestPlatform(server.url()).fabric();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public Fabric fabric() {
        return fabric;
    }

    @Override
    public StandInPlatform platform() {
        return server.platform();
    }
}
