package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several actions behind the one path of a skill. */
class SharedPathTest {

    static final class Sessions {
        @SkillAction(path = "delete")
        Map<String, String> delete() {
            return Map.of("did", "delete");
        }

        @SkillAction(path = "get", method = HttpMethod.GET)
        Map<String, String> get() {
            return Map.of("did", "get");
        }

        @SkillAction(path = "sessions/{id}", method = HttpMethod.DELETE, output = "ended")
        Map<String, String> end(@PathParameter("id") String id) {
            return Map.of("did", "end " + id);
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new Sessions()).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static Response post(String path, String body) {
        return Calls.post(daemon, path, body);
    }

    @ParameterizedTest
    @CsvSource({"delete, delete", "get, get", "ended, end a/b"})
    void anInputReachesTheActionOfItsOutput(String output, String did) {
        Response answer = post("/invoke", "{\"outputName\":\"" + output + "\",\"payload\":{\"id\":\"a/b\"}}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("payload.did")).isEqualTo(did);
    }

    @Test
    void anOutputOfNoActionRunsNoneAndIsToldThoseThereAre() {
        Response answer = post("/invoke", "{\"outputName\":\"response\",\"payload\":{},\"activationId\":\"a-1\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("payload.error.detail"))
                .isEqualTo("The outputName 'response' belongs to no action. There are: delete, ended, get."
                        + " Route the input to one of these outputs in skill.yaml.");
        assertThat(answer.jsonPath().getString("payload.error.activationId")).isEqualTo("a-1");
        assertThat(post("/invoke", "{\"payload\":{}}").statusCode()).isEqualTo(400);
        assertThat(post("/invoke", "{\"payload\":").statusCode()).isEqualTo(400);
    }

    @Test
    void eachActionAnswersAtItsOwnPathToo() {
        assertThat(post("/delete", "{}").jsonPath().getString("payload.did")).isEqualTo("delete");
        assertThat(Calls.get(daemon, "/get").jsonPath().getString("payload.did"))
                .isEqualTo("get");
        assertThat(post("/get", "{}").statusCode()).isEqualTo(405);
    }
}
