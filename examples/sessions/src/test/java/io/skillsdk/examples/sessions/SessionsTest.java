package io.skillsdk.examples.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.sessions.Sessions.SessionId;
import io.skillsdk.examples.sessions.Sessions.State;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.testing.FabricResource;
import io.skillsdk.testing.InMemoryFabric;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class SessionsTest {

    private final InMemoryFabric platform = new InMemoryFabric();

    private final SkillTester tester = SkillTester.of(new Sessions()).fabric(platform);

    private String started() {
        return tester.action("start")
                .invoke(Map.of("ttl", 60))
                .payload(SessionId.class)
                .sessionId();
    }

    @Test
    void whatWasPutIsThereToGet() {
        String id = started();
        tester.action("put").invoke(Map.of("session_id", id, "data", Map.of("a", 1, "b", List.of("x"))));
        assertThat(tester.action("get")
                        .invoke(Map.of("session_id", id))
                        .payload(State.class)
                        .state())
                .isEqualTo(Map.of("a", 1, "b", List.of("x")));
        assertThat(tester.action("get")
                        .invoke(Map.of("session_id", id, "key", "a"))
                        .payload(State.class)
                        .state())
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void whatIsPutAsNullIsRemoved() {
        String id = started();
        tester.action("put").invoke(Map.of("session_id", id, "data", Map.of("a", 1, "b", 2)));
        assertThat(tester.action("put")
                        .invokeJson("{\"payload\": {\"session_id\": \"" + id + "\", \"data\": {\"a\": null}}}")
                        .payload(State.class)
                        .state())
                .isEqualTo(Map.of("b", 2));
    }

    @Test
    void aTimeToLiveThatCannotBeIsRefused() {
        for (long ttl : List.of(0L, -1L, Long.MAX_VALUE)) {
            assertThat(tester.action("start").invoke(Map.of("ttl", ttl)).violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.field()).isEqualTo("payload.ttl"));
        }
    }

    @Test
    void theCallsOwnSessionIsTheDefault() {
        String id = started();
        assertThat(tester.action("get").sessionId(id).invoke(Map.of()).payload(State.class))
                .isEqualTo(new State(id, Map.of()));
    }

    @Test
    void aDeletedSessionIsGone() {
        String id = started();
        assertThat(tester.action("delete").invoke(Map.of("session_id", id)).isError())
                .isFalse();
        assertThat(tester.action("get").invoke(Map.of("session_id", id)).status())
                .isEqualTo(404);
    }

    @Test
    void aSessionEndsAfterItsTimeToLive() {
        String id = started();
        platform.clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(61)));
        assertThat(tester.action("get").invoke(Map.of("session_id", id)).status())
                .isEqualTo(404);
    }

    @Test
    void aSessionThatWasNeverStartedIsNotThere() {
        platform.session("other", Map.of("a", 1));
        for (String id : List.of("unknown", "other")) {
            for (String action : List.of("get", "put")) {
                assertThat(tester.action(action)
                                .invoke(Map.of("session_id", id, "data", Map.of("a", 1)))
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(tester.action("delete")
                        .invoke(Map.of("session_id", "unknown"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void startingAgainBeginsAnew() {
        String id = started();
        tester.action("put").invoke(Map.of("session_id", id, "data", Map.of("a", 1)));
        tester.action("start").invoke(Map.of("session_id", id));
        assertThat(tester.action("get").invoke(Map.of("session_id", id)).payload(State.class))
                .isEqualTo(new State(id, Map.of()));
    }

    @Test
    void keysThatAreReservedAreRefused() {
        String id = started();
        for (String key : List.of("sess.ttl", "sess.descr", "sessions.started")) {
            assertThat(tester.action("put")
                            .invoke(Map.of("session_id", id, "data", Map.of(key, 1)))
                            .violations())
                    .containsExactly(new Violation("payload.data." + key, "is reserved"));
        }
    }

    @Test
    void aPlatformThatFailsIsNotASessionThatIsMissing() {
        String id = started();
        platform.failNext(FabricResource.SESSIONS, Reason.UNAVAILABLE);
        assertThat(tester.action("get").invoke(Map.of("session_id", id)).status())
                .isEqualTo(502);
    }

    @Test
    void aCallWithoutASessionIsRefused() {
        assertThat(tester.action("get").invoke(Map.of()).error().detail()).contains("no session_id");
    }

    @ParameterizedTest
    @MessageFiles("skills/sessions/invoke")
    void everyMessageStartsASession(Path message) {
        assertThat(tester.action("start").invokeMessage(message).isError()).isFalse();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new Sessions());
    }
}
