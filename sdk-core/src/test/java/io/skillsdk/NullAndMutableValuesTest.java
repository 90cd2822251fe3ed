package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an author gives is refused when it is null, or could be changed after it was given. */
class NullAndMutableValuesTest {

    static Stream<Arguments> mutable() {
        return Stream.of(new int[] {1}, new String[] {"a"}, new Date(0), new AtomicInteger(1), new StringBuilder("a"))
                .map(value -> Arguments.of((Object) value));
    }

    @ParameterizedTest
    @MethodSource("mutable")
    void aValueThatIsNoJsonIsRefusedWhereverItIs(Object value) {
        for (Object given : List.of(value, List.of(value), Map.of("a", List.of(value)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SkillProperties.of(Map.of("a", given)))
                    .withMessageContaining("is not a string, number, boolean, list or map");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SkillRequest.builder("p").property("a", given));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SkillRequest.builder("p").field("a", given));
        }
    }

    @Test
    void jsonIsTakenAndCopied() {
        List<Object> inner = new ArrayList<>(List.of("a", 1, 2L, 0.5, true, new BigDecimal("1.5")));
        SkillProperties properties = SkillProperties.of(Map.of("list", inner));
        inner.clear();
        assertThat(properties.getList("list")).hasSize(6);
    }

    @Test
    void nullIsRefusedWhereItMeansNothing() {
        assertThatNullPointerException().isThrownBy(() -> SkillResponse.to(null, "payload"));
        assertThatNullPointerException().isThrownBy(() -> new SkillError(400, null, "detail", null, List.of()));
        assertThatNullPointerException().isThrownBy(() -> new SkillError(400, "title", null, null, List.of()));
        assertThatNullPointerException()
                .isThrownBy(() -> SkillContext.builder().pathParameters(Collections.singletonMap("id", null)));
        assertThatNullPointerException()
                .isThrownBy(() -> new EndedCall(
                        null, 200, CallOutcome.FAILED, Optional.empty(), Duration.ZERO, Duration.ZERO, 0, 0));
    }
}
