package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillRequestTest {

    @Test
    void aRequestWithAPayloadAloneHasNothingElse() {
        SkillRequest<String> request = SkillRequest.of("hi");
        assertThat(request.payload()).isEqualTo("hi");
        assertThat(request.token()).isEmpty();
        assertThat(request.activationId()).isEmpty();
        assertThat(request.timestamp()).isEmpty();
        assertThat(request.headers()).isEmpty();
        assertThat(request.properties().names()).isEmpty();
    }

    @Test
    void anEmptyStringCountsAsAbsent() {
        assertThat(SkillRequest.builder("hi").field("agentName", "").build().agentName())
                .isEmpty();
    }

    @Test
    void aTimestampReadsFromEpochMilliseconds() {
        Instant sent = Instant.ofEpochMilli(1727090000000L);
        assertThat(SkillRequest.builder("hi")
                        .field("timestamp", 1727090000000L)
                        .build()
                        .timestamp())
                .contains(sent);
        assertThat(SkillRequest.builder("hi")
                        .field("timestamp", "1727090000000")
                        .build()
                        .timestamp())
                .contains(sent);
        assertThat(SkillRequest.builder("hi")
                        .field("timestamp", "yesterday")
                        .build()
                        .timestamp())
                .isEmpty();
    }

    @Test
    void toStringShowsNeitherTokenNorPropertiesNorPayload() {
        SkillRequest<String> request = SkillRequest.builder("the payload")
                .field("token", "the.token")
                .field("activationId", "a-1")
                .properties(Map.of("password", "hush-hush"))
                .build();
        assertThat(request.toString()).contains("a-1").doesNotContain("the.token", "hush-hush", "the payload");
    }
}
