package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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

    @Test
    void keysThatAreSetOtherwiseAreRefused() {
        assertThatThrownBy(() -> SkillRequest.builder("hi").field("payload", "other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("builder(payload)");
        assertThatThrownBy(() -> SkillRequest.builder("hi").field("properties", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("property(…)");
        assertThatThrownBy(() -> SkillRequest.builder("hi").fields(Map.of("payload", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nullIsRefusedWhereItMeansNothing() {
        assertThatThrownBy(() -> SkillRequest.of(null)).isInstanceOf(NullPointerException.class);
        SkillRequest.Builder<String> builder = SkillRequest.builder("hi");
        assertThatThrownBy(() -> builder.property("p", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.property(null, 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.sessionId(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.field(null, 1)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void nothingThatWasGivenInCanChangeIt() {
        List<Object> inner = new ArrayList<>(List.of(1));
        Map<String, Object> outer = new HashMap<>(Map.of("list", inner));
        SkillRequest.Builder<String> builder =
                SkillRequest.builder("hi").field("outer", outer).property("outer", outer);
        SkillRequest<String> request = builder.build();
        inner.add(2);
        outer.put("more", 3);
        builder.field("late", 1).property("late", 1);

        Map<String, Object> before = Map.of("list", List.of(1));
        assertThat(request.field("outer")).contains(before);
        assertThat(request.properties().getMap("outer")).isEqualTo(before);
        assertThat(request.field("late")).isEmpty();
        assertThat(request.properties().has("late")).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void nothingThatComesOutOfItCanBeChanged() {
        SkillRequest<String> request = SkillRequest.builder("hi")
                .field("outer", Map.of("list", List.of(Map.of("a", 1))))
                .field("headers", Map.of("a", "b"))
                .build();
        Map<String, Object> outer = (Map<String, Object>) request.field("outer").orElseThrow();
        List<Object> list = (List<Object>) outer.get("list");
        assertThat(outer).isUnmodifiable();
        assertThat(list).isUnmodifiable();
        assertThat((Map<String, Object>) list.get(0)).isUnmodifiable();
        assertThat(request.headers()).isUnmodifiable();
    }

    @Test
    void aNullInsideAListOrMapIsKept() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);
        SkillRequest<String> request = SkillRequest.builder("hi")
                .field("map", withNull)
                .field("list", Arrays.asList(1, null))
                .build();
        assertThat(request.field("map")).contains(withNull);
        assertThat(request.field("list")).contains(Arrays.asList(1, null));
    }

    @Test
    void aNullFieldIsNone() {
        assertThat(SkillRequest.builder("hi")
                        .field("token", "t")
                        .field("token", null)
                        .build()
                        .token())
                .isEmpty();
    }
}
