package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiPageTest {

    record Text(String text) {}

    static final class Echo {
        @SkillAction(title = "Says it again")
        Text echo(Text text) {
            return text;
        }
    }

    static final class Named {
        @SkillAction(path = "{name}", method = HttpMethod.GET)
        Map<String, Object> named(@PathParameter("name") String name) {
            return Map.of("name", name);
        }
    }

    @Test
    void theDaemonDescribesItsActions() {
        try (SkillDaemon daemon = daemon(new Echo()).path("say").start()) {
            Response answer = get(daemon, "/openapi.json");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo("application/json");
            assertThat(answer.jsonPath().getString("openapi")).isEqualTo("3.1.1");
            assertThat(answer.jsonPath().getString("paths.'/say'.post.summary")).isEqualTo("Says it again");
            List<String> paths = List.copyOf(answer.jsonPath().getMap("paths").keySet().stream()
                    .map(Object::toString)
                    .toList());
            assertThat(paths).containsExactly("/say");
            assertThat(get(daemon, "/openapi.json").asByteArray()).isEqualTo(answer.asByteArray());
        }
    }

    @Test
    void anActionAtItsPathTakesPrecedence() {
        try (SkillDaemon daemon = daemon(new Named()).start()) {
            assertThat(get(daemon, "/openapi.json").jsonPath().getString("payload.name"))
                    .isEqualTo("openapi.json");
        }
    }
}
