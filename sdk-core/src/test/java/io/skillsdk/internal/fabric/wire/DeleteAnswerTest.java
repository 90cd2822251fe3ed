package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.wire.WireFault.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a DELETE has done. */
class DeleteAnswerTest {

    private final ScriptedWire wire = new ScriptedWire();

    private final PlatformClient client = new PlatformClient(() -> wire, new Retries(2));

    private boolean delete() {
        return client.delete(new PatientCaller("tok-1"), PlatformRequest.of("DELETE", "http://h/x", "the run"));
    }

    private FabricException failure() {
        return catchThrowableOfType(FabricException.class, this::delete);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"success\":true}", "{\"message\":\"gone\"}", "OK", "[]", "5", "{\"success\":"})
    void anySuccessHasDeleted(String body) {
        wire.answer(200, body, Map.of("content-type", "text/plain"));
        assertThat(delete()).isTrue();
    }

    @Test
    void noContentHasDeleted() {
        wire.answer(204, "", Map.of());
        assertThat(delete()).isTrue();
    }

    /** Runs and models answer {@code success} and {@code error} with 200 (cortex-python). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"success\":false,\"error\":\"the run is in use\"} | the run is in use",
                "{\"success\":false,\"message\":\"no\"} | no",
                "{\"success\":false} | ''"
            })
    void successFalseIsAFailure(String body, String detail) {
        wire.answer(200, body);
        FabricException failure = failure();
        assertThat(failure.reason()).isEqualTo(Reason.INVALID);
        assertThat(failure.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void whatMayHaveHappenedAndIsGoneAfterwardsWasDeleted(int status) {
        wire.answer(status, "{}").answer(404, "{}");
        assertThat(delete()).isTrue();
        assertThat(wire.requests()).hasSize(2);
    }

    @Test
    void whatCannotHaveHappenedWasNotThere() {
        wire.answer(429, "{}").answer(503, "{}").answer(404, "{}");
        assertThat(delete()).isFalse();
        assertThat(wire.requests()).hasSize(3);
    }

    @Test
    void whatWasNeverSentWasNotThereEither() {
        wire.fault(Kind.NOT_SENT).answer(404, "{}");
        assertThat(delete()).isFalse();
    }

    @Test
    void aPageThatAsksToLogInHasDeletedNothing() {
        wire.answer(200, "<html>", Map.of("content-type", "text/html"));
        assertThat(failure().reason()).isEqualTo(Reason.TOKEN_REFUSED);
    }
}
