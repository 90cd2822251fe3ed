package io.skillsdk.daemon;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The daemon with actions alone: straight from Grizzly to the pipeline. */
class ActionHandlerTest extends DaemonContract {

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = SkillDaemon.of(new TestActions())
                .set("daemon.port", "0")
                .set("daemon.host", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @Override
    protected URI uri() {
        return daemon.uri();
    }
}
