package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.HttpMethod;
import io.skillsdk.SkillAction;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillDaemonBuilderTest {

    static final class One {
        @SkillAction(path = "one")
        String one() {
            return "1";
        }
    }

    static final class Two {
        @SkillAction(path = "two")
        String two() {
            return "2";
        }
    }

    private static ServerSettings read(SkillDaemon.Builder builder, Map<String, String> arguments) {
        return builder.skill().read(builder.skill().sources(arguments)).daemon();
    }

    @Test
    void everySettingCanBeSetInItsOwnType() {
        SkillDaemon.Builder builder = SkillDaemon.builder(new One())
                .host("127.0.0.1")
                .port(0)
                .method(HttpMethod.PUT)
                .path("here")
                .healthPath("alive")
                .timeout(Duration.ofMillis(1500))
                .maxConcurrency(3)
                .maxWait(Duration.ZERO)
                .maxConnections(50)
                .maxBackgroundTasks(7)
                .maxRequestSize(4096)
                .maxHeaderSize(2048)
                .requestTimeout(Duration.ofMinutes(1))
                .settleTime(Duration.ofSeconds(1))
                .drainTimeout(Duration.ofSeconds(2));
        DaemonSettings settings = new DaemonSettings(read(builder, Map.of()));
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isZero();
        assertThat(settings.method()).isEqualTo("PUT");
        assertThat(settings.path()).isEqualTo("here");
        assertThat(settings.healthPath()).isEqualTo("alive");
        assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.maxConcurrency()).isEqualTo(3);
        assertThat(settings.maxWait()).isZero();
        assertThat(settings.maxConnections()).isEqualTo(50);
        assertThat(settings.maxBackgroundTasks()).isEqualTo(7);
        assertThat(settings.maxRequestSize()).isEqualTo(4096);
        assertThat(settings.maxHeaderSize()).isEqualTo(2048);
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.settleTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.drainTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aValueOutOfRangeIsRefusedAtStartByItsName() {
        assertThatThrownBy(() -> SkillDaemon.builder(new One())
                        .timeout(Duration.ofDays(1))
                        .start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("daemon.timeout is '86400000ms' (from the program)");
    }

    @Test
    void theCommandLineTakesPrecedence() {
        SkillDaemon.Builder builder = SkillDaemon.builder(new One()).port(1);
        assertThat(read(builder, Map.of("daemon.port", "2")).port()).isEqualTo(2);
    }

    @Test
    void actionsAreAddedOneByOneAndAsACollection() {
        SkillDaemon.Builder builder = SkillDaemon.builder().action(new One()).actions(List.of(new Two()));
        assertThat(SkillDescription.catalog(
                                read(builder, Map.of()), builder.skill().described())
                        .actions())
                .extracting(action -> action.name())
                .containsExactly("one", "two");
    }
}
