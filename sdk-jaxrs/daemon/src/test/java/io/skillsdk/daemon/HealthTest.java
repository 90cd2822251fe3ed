package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.SkillAction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {

    static final class AtHealth {
        @SkillAction(path = "health/ready", method = HttpMethod.GET)
        public Map<String, Object> run() {
            return Map.of("from", "the action");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void aDaemonThatAnswersIsUp(String path) {
        try (SkillDaemon daemon = daemon(new HeldActions()).start()) {
            assertThat(get(daemon, path).statusCode()).isEqualTo(200);
            assertThat(get(daemon, path).asString()).isEqualTo("{\"payload\":{\"status\":\"up\"}}");
        }
    }

    @Test
    void itIsNotReadyUntilEachCheckIs() {
        AtomicBoolean loaded = new AtomicBoolean();
        try (SkillDaemon daemon =
                daemon(new HeldActions()).readyWhen("model", loaded::get).start()) {
            assertThat(get(daemon, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(daemon, "/health/ready").<String>path("payload.checks.model"))
                    .isEqualTo("down");
            assertThat(get(daemon, "/health/live").statusCode()).isEqualTo(200);
            loaded.set(true);
            assertThat(get(daemon, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(daemon, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCheckThatThrowsIsDown() {
        for (Runnable thrower : List.<Runnable>of(
                () -> {
                    throw new IllegalStateException("no");
                },
                () -> {
                    throw new AssertionError("no");
                })) {
            try (SkillDaemon daemon = daemon(new HeldActions())
                    .readyWhen("broken", () -> {
                        thrower.run();
                        return true;
                    })
                    .start()) {
                assertThat(get(daemon, "/health/ready").statusCode()).isEqualTo(503);
            }
        }
    }

    @Test
    void itsPathsCanBeMoved() {
        try (SkillDaemon daemon =
                daemon(new HeldActions()).set("daemon.health-path", "/probes/").start()) {
            assertThat(get(daemon, "/probes/live").statusCode()).isEqualTo(200);
            assertThat(get(daemon, "/probes").statusCode()).isEqualTo(200);
            assertThat(get(daemon, "/health").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anActionAtItsPathCountsOverIt() {
        try (SkillDaemon daemon = daemon(new AtHealth()).start()) {
            assertThat(get(daemon, "/health/ready").<String>path("payload.from"))
                    .isEqualTo("the action");
            assertThat(get(daemon, "/health/live").<String>path("payload.status"))
                    .isEqualTo("up");
        }
    }
}
