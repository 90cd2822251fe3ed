package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillRequest;
import io.skillsdk.testing.SkillTester;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contract: what the platform sends with a payload. */
class EnvelopeTest {

    static final class Keep {
        SkillRequest<Object> seen;

        @SkillAction
        void keep(SkillRequest<Object> request) {
            seen = request;
        }
    }

    private static SkillRequest<Object> sent(String body) {
        Keep keep = new Keep();
        assertThat(SkillTester.of(keep).invokeJson(body).status()).isEqualTo(200);
        return keep.seen;
    }

    @Test
    void everyKeyOfASkillCallIsThere() {
        SkillRequest<Object> request = sent("""
                {"activationId": "a-1", "apiEndpoint": "http://api", "agentName": "", "outputName": "response",
                 "payload": {"text": "hi"}, "projectId": "p-1", "sessionId": "s-1", "skillName": "p-1-count",
                 "skillTitle": "Count", "timestamp": 1727090000000, "token": "the.token", "messageId": "m-1",
                 "properties": {"daemon.port": 5000, "threshold": 0.75, "labels": {"a": 1}, "tags": ["x"], "on": false}}""");
        assertThat(request.payload()).isEqualTo(Map.of("text", "hi"));
        assertThat(request.activationId()).contains("a-1");
        assertThat(request.apiEndpoint()).contains("http://api");
        assertThat(request.agentName()).isEmpty();
        assertThat(request.channelId()).isEmpty();
        assertThat(request.outputName()).contains("response");
        assertThat(request.projectId()).contains("p-1");
        assertThat(request.sessionId()).contains("s-1");
        assertThat(request.skillName()).contains("p-1-count");
        assertThat(request.skillTitle()).contains("Count");
        assertThat(request.messageId()).contains("m-1");
        assertThat(request.token()).contains("the.token");
        assertThat(request.timestamp()).contains(Instant.ofEpochMilli(1727090000000L));
        assertThat(request.properties().getString("daemon.port")).isEqualTo("5000");
        assertThat(request.properties().getDouble("threshold")).isEqualTo(0.75);
        assertThat(request.properties().getMap("labels")).containsEntry("a", 1);
        assertThat(request.properties().getList("tags")).containsExactly("x");
        assertThat(request.properties().getBoolean("on")).isFalse();
    }

    @Test
    void anAgentsHeadersAreThere() {
        SkillRequest<Object> request = sent("""
                {"channelId": "id4", "agentName": "default/agent8", "headers": {"Test-Header": "v", "n": 5, "x": null}}""");
        assertThat(request.agentName()).contains("default/agent8");
        assertThat(request.channelId()).contains("id4");
        assertThat(request.headers()).isEqualTo(Map.of("Test-Header", "v", "n", "5"));
    }

    @Test
    void unknownKeysStayReadable() {
        SkillRequest<Object> request =
                sent("{\"instanceId\": \"i\", \"plugin_properties\": {\"k\": [1]}, \"nothing\": null}");
        assertThat(request.field("instanceId")).contains("i");
        assertThat(request.field("plugin_properties")).contains(Map.of("k", List.of(1)));
        assertThat(request.field("nothing")).isEmpty();
        assertThat(request.field("none")).isEmpty();
    }

    @Test
    void oddTypesDoNotFailTheCall() {
        SkillRequest<Object> request = sent("""
                {"activationId": 5, "sessionId": null, "skillName": {"a": 1}, "properties": [], "headers": "",
                 "timestamp": "soon", "token": false}""");
        assertThat(request.activationId()).contains("5");
        assertThat(request.sessionId()).isEmpty();
        assertThat(request.skillName()).isEmpty();
        assertThat(request.properties().names()).isEmpty();
        assertThat(request.headers()).isEmpty();
        assertThat(request.timestamp()).isEmpty();
    }

    @Test
    void theLastOfTwoEqualKeysCounts() {
        assertThat(sent("{\"payload\": 1, \"payload\": 2}").payload()).isEqualTo(2);
    }
}
