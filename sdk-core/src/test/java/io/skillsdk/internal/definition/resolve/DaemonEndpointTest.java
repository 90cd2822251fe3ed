package io.skillsdk.internal.definition.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.definition.DefinitionException;
import io.skillsdk.testing.SkillTester;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonEndpointTest {

    public record Left(long millis) {}

    public static final class Actions {
        @SkillAction
        public Left timeLeft(Map<String, Object> payload, SkillContext context) {
            return new Left(Duration.between(Instant.now(), context.deadline()).toMillis());
        }
    }

    @TempDir
    private Path folder;

    private <T> T with(String properties, Supplier<T> work) throws IOException {
        Files.writeString(folder.resolve("daemon.properties"), properties);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theFileIsReadByTheDaemonsRules() throws IOException {
        DaemonEndpoint endpoint = with(
                "daemon.path = orders?tenant=1\ndaemon.method = put\ndaemon.port = 0\ndaemon.timeout = 2m\n",
                DaemonEndpoint::ofClassPath);
        assertThat(endpoint.path()).isEqualTo("orders");
        assertThat(endpoint.method()).isEqualTo("PUT");
        assertThat(endpoint.port()).isEqualTo("0");
        assertThat(endpoint.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(endpoint.defaults().maxDepth()).isEqualTo(100);
    }

    @Test
    void withoutAFileThePlatformsDefaultsHold() {
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        assertThat(endpoint.method() + " " + endpoint.path() + " " + endpoint.port())
                .isEqualTo("POST invoke 5000");
        assertThat(endpoint.timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatTheDaemonWouldRefuseIsRefusedInItsWords() {
        assertThatThrownBy(() -> with("daemon.port = many\ndaemon.timeout = 2h", DaemonEndpoint::ofClassPath))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("daemon.port is 'many' (from daemon.properties), but must be a whole number")
                .hasMessageContaining("daemon.timeout is '2h' (from daemon.properties), but must be a time");
    }

    @Test
    void aTesterHasTheTimeoutAndTheDepthOfTheFile() throws IOException {
        SkillTester tester = with("daemon.timeout = 90s\ndaemon.max-depth = 3", () -> SkillTester.of(new Actions()));
        long left = tester.invoke(Map.of()).payload(Left.class).millis();
        assertThat(left).isBetween(30_001L, 90_000L);
        assertThat(tester.invokeJson("{\"payload\":{\"a\":[[1]]}}").status()).isEqualTo(400);
        assertThat(SkillTester.of(new Actions())
                        .invokeJson("{\"payload\":{\"a\":[[1]]}}")
                        .status())
                .isEqualTo(200);
    }
}
