package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.testing.SkillTester;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContextTest {

    enum Kind {
        FIRST,
        SECOND
    }

    static final class Actions {
        @SkillAction(path = "context/{id}")
        Object context(SkillContext context) {
            return Map.of(
                    "header", context.header("X-A").orElse("-"),
                    "agent", context.header("test-HEADER").orElse("-"),
                    "id", context.pathParameter("id").orElse("-"),
                    "q", context.queryParameters().getOrDefault("q", List.of()),
                    "p", context.properties().getInt("p", 0),
                    "inTime", context.remaining().compareTo(Duration.ofSeconds(20)) > 0);
        }

        @SkillAction(path = "path/{id}/{number}/{kind}/{uuid}", method = HttpMethod.GET)
        Object path(
                @PathParameter("id") String id,
                @PathParameter("number") int number,
                @PathParameter("kind") Kind kind,
                @PathParameter("uuid") UUID uuid) {
            return id + number + kind + uuid.version();
        }

        @SkillAction
        Object inAnyOrder(
                SkillProperties properties, SkillRequest<Map<String, Object>> request, Map<String, Object> payload) {
            return properties.getString("p") + request.sessionId().orElse("-") + payload.get("a");
        }
    }

    private final SkillTester tester = SkillTester.of(new Actions());

    @Test
    void theContextHasHeadersParametersPropertiesAndTime() {
        String json = tester.action("context")
                .header("x-a", "1")
                .pathParameter("id", "7")
                .queryParameter("q", "a")
                .queryParameter("q", "b")
                .property("p", "5")
                .field("headers", Map.of("Test-Header", "v", "X-A", "from the envelope"))
                .invoke(Map.of())
                .json();
        assertThat(json)
                .contains(
                        "\"header\":\"1\"",
                        "\"agent\":\"v\"",
                        "\"id\":\"7\"",
                        "\"q\":[\"a\",\"b\"]",
                        "\"p\":5",
                        "\"inTime\":true");
    }

    @Test
    void pathParametersConvert() {
        assertThat(path("7", "SECOND").json()).isEqualTo("{\"payload\":\"a7SECOND4\"}");
    }

    @Test
    void aPathParameterThatDoesNotConvertIsNamed() {
        assertThat(path("seven", "SECOND").violations())
                .containsExactly(new Violation("path.number", "must be a whole number from -2147483648 to 2147483647"));
        assertThat(path("7", "THIRD").violations())
                .containsExactly(new Violation("path.kind", "must be one of FIRST, SECOND"));
    }

    private io.skillsdk.testing.TestResponse path(String number, String kind) {
        return tester.action("path")
                .pathParameter("id", "a")
                .pathParameter("number", number)
                .pathParameter("kind", kind)
                .pathParameter("uuid", "6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f")
                .invoke(null);
    }

    @Test
    void parametersComeInAnyOrder() {
        assertThat(tester.action("inAnyOrder")
                        .property("p", "x")
                        .sessionId("s")
                        .invoke(Map.of("a", 1))
                        .json())
                .isEqualTo("{\"payload\":\"xs1\"}");
    }
}
