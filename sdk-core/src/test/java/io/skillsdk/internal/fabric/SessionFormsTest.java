package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import io.skillsdk.internal.fabric.standin.StandInServer;
import io.skillsdk.internal.fabric.wire.RawServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the form of session writes is found out. */
@Timeout(120)
class SessionFormsTest {

    @Test
    void aWriteWhoseFormCannotBeAskedForHasNotHappened() throws Exception {
        try (RawServer server = new RawServer(RawServer.cut())) {
            assertThatThrownBy(() ->
                            new TestPlatform(server.url()).fabric().session().put("a", 1))
                    .isInstanceOfSatisfying(FabricException.class, e -> {
                        assertThat(e.what()).contains("session 'session-1'");
                        assertThat(e.mayHaveHappened()).isFalse();
                    });
        }
    }

    @Test
    void theFormOfSessionWritesIsAskedOnce() throws IOException {
        for (SessionForm form : new SessionForm[] {SessionForm.WRAPPED, SessionForm.BARE}) {
            try (var server = new StandInServer(new StandInPlatform(new TestClock(), form))) {
                TestPlatform platform = new TestPlatform(server.url());
                for (int i = 0; i < 5; i++) {
                    platform.fabric().session().put("k" + i, i);
                }
                assertThat(platform.fabric().session().state()).hasSize(5).containsEntry("k4", 4);
                assertThat(platform.fabric().sessions().list(100))
                        .extracting(s -> s.id())
                        .containsExactly("session-1");
                assertThat(server.platform().faults().asked())
                        .filteredOn(call -> call.contains("skill-sdk-probe"))
                        .hasSize(form == SessionForm.WRAPPED ? 1 : 3);
            }
        }
    }
}
