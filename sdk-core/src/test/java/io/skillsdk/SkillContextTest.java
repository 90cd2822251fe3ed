package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillContextTest {

    @Test
    void aContextWithoutAnythingHasThirtySecondsLeft() {
        SkillContext context = SkillContext.builder().build();
        assertThat(context.activationId()).isEmpty();
        assertThat(context.sessionId()).isEmpty();
        assertThat(context.headers()).isEmpty();
        assertThat(context.pathParameters()).isEmpty();
        assertThat(context.remaining()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    @Test
    void activationAndSessionAreThere() {
        SkillContext context =
                SkillContext.builder().activationId("a-1").sessionId("s-1").build();
        assertThat(context.activationId()).contains("a-1");
        assertThat(context.sessionId()).contains("s-1");
    }

    @Test
    void nothingThatWasGivenInCanChangeIt() {
        List<String> values = new ArrayList<>(List.of("1"));
        Map<String, List<String>> many = new HashMap<>(Map.of("a", values));
        Map<String, String> one = new HashMap<>(Map.of("a", "1"));
        SkillContext context = SkillContext.builder()
                .headers(many)
                .queryParameters(many)
                .pathParameters(one)
                .build();
        values.add("2");
        many.put("b", List.of());
        one.put("b", "2");

        assertThat(context.headers()).isEqualTo(Map.of("a", List.of("1")));
        assertThat(context.queryParameters()).isEqualTo(Map.of("a", List.of("1")));
        assertThat(context.pathParameters()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void nothingThatComesOutOfItCanBeChanged() {
        SkillContext context = SkillContext.builder()
                .headers(Map.of("a", List.of("1")))
                .queryParameters(Map.of("a", List.of("1")))
                .pathParameters(Map.of("a", "1"))
                .build();
        assertThat(context.headers()).isUnmodifiable();
        assertThat(context.headers().get("A")).isUnmodifiable();
        assertThat(context.queryParameters()).isUnmodifiable();
        assertThat(context.queryParameters().get("a")).isUnmodifiable();
        assertThat(context.pathParameters()).isUnmodifiable();
    }

    @Test
    void nullIsRefused() {
        SkillContext.Builder builder = SkillContext.builder();
        assertThatThrownBy(() -> builder.properties(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.deadline(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.activationId(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.build().header(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void noTimeIsLeftAfterTheDeadline() {
        assertThat(SkillContext.builder()
                        .deadline(Instant.now().minusSeconds(5))
                        .build()
                        .remaining())
                .isZero();
    }

    @Test
    void toStringShowsNoValues() {
        assertThat(SkillContext.builder()
                        .headers(Map.of("authorization", List.of("hush-hush")))
                        .activationId("a-1")
                        .build()
                        .toString())
                .contains("a-1")
                .doesNotContain("hush-hush");
    }
}
