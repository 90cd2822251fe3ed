package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import io.skillsdk.fabric.Fabric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a daemon whose actions call the platform loads, and when. */
@Timeout(300)
class FabricStartTest {

    /** A skill that calls the platform. */
    public static final class Main {
        @SkillAction
        public boolean read(Fabric fabric) {
            return fabric.content().exists("a");
        }

        public static void main(String[] args) {
            SkillDaemon.run(args, new Main());
        }
    }

    @TempDir
    private Path folder;

    @Test
    void theStartLoadsNoHttpClient() throws Exception {
        Path log = folder.resolve("classes.log");
        try (DaemonUnderTest daemon = DaemonUnderTest.startWith(List.of("-Xlog:class+load:file=" + log), Main.class)) {
            assertThat(loaded(log)).as("what the start needs").anyMatch(line -> line.contains("SkillDaemon"));
            assertThat(loaded(log))
                    .noneMatch(httpClient())
                    .noneMatch(line -> line.contains("javax.net.ssl"))
                    .noneMatch(line -> line.contains("io.skillsdk.internal.fabric.wire.HttpWire"));
            RestAssured.given()
                    .baseUri("http://127.0.0.1:" + daemon.port())
                    .contentType("application/json")
                    .body("{\"token\":\"t\",\"projectId\":\"p\",\"apiEndpoint\":\"http://127.0.0.1:1\"}")
                    .post("/invoke")
                    .then()
                    .statusCode(502);
            assertThat(loaded(log)).as("what the first call needs").anyMatch(httpClient());
        }
    }

    private static Predicate<String> httpClient() {
        return line -> line.contains(" java.net.http.") || line.contains(" jdk.internal.net.http.");
    }

    private static List<String> loaded(Path log) throws Exception {
        return Files.readAllLines(log);
    }
}
