package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillExceptionTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 412, 422, 429, 500, 502, 504, 599})
    void anErrorStatusIsKept(int status) {
        assertThat(new SkillException(status, "no").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 200, 302, 399, 503, 600, 1000})
    void aStatusThatAnActionCannotUseBecomes502WithTheSameMessage(int status) {
        SkillException exception = new SkillException(status, "The scores are not there yet.");
        assertThat(exception.status()).isEqualTo(502);
        assertThat(exception).hasMessage("The scores are not there yet.");
    }

    @Test
    void aMessageIsRequired() {
        assertThatThrownBy(() -> new SkillException(400, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("message");
    }

    @Test
    void violationsAreCopiedAndCannotBeChanged() {
        List<Violation> violations = new ArrayList<>(List.of(new Violation("payload.a", "is wrong")));
        SkillException exception = new SkillException(422, "no", violations, new IllegalStateException("why"));
        violations.clear();
        assertThat(exception.violations()).containsExactly(new Violation("payload.a", "is wrong"));
        assertThat(exception.violations()).isUnmodifiable();
        assertThat(exception).hasCauseInstanceOf(IllegalStateException.class);
    }

    static Stream<Arguments> factories() {
        Violation violation = new Violation("payload.a", "is wrong");
        return Stream.of(
                Arguments.of(SkillException.badRequest("no", violation), 400),
                Arguments.of(SkillException.unauthorized("no"), 401),
                Arguments.of(SkillException.forbidden("no"), 403),
                Arguments.of(SkillException.notFound("no"), 404),
                Arguments.of(SkillException.conflict("no"), 409),
                Arguments.of(SkillException.preconditionFailed("no"), 412),
                Arguments.of(SkillException.unprocessable("no", violation, violation), 422),
                Arguments.of(SkillException.tooManyRequests("no"), 429),
                Arguments.of(SkillException.badGateway("no", new IllegalStateException()), 502));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aFactoryNamesAStatus(SkillException exception, int status) {
        assertThat(exception.status()).isEqualTo(status);
        assertThat(exception).hasMessage("no");
    }
}
