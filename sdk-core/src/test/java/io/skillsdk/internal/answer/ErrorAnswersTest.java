package io.skillsdk.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as the platform takes them, whatever is put into them. */
class ErrorAnswersTest {

    /** What the platform takes of an answer. */
    private static final int MOST = 512 * 1024;

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append((char)
                    (random.nextInt(4) == 0
                            ? random.nextInt(0x10000)
                            : "a\"\\\n\u0000é<\u2028".charAt(random.nextInt(8))));
        }
        return text.toString();
    }

    @Test
    void anyErrorIsJsonWithAPayloadThatThePlatformTakes() {
        for (long seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            List<Violation> violations = new ArrayList<>();
            for (int i = random.nextInt(seed % 20 == 0 ? 5000 : 5); i > 0; i--) {
                violations.add(new Violation(text(random, 60), text(random, 60)));
            }
            int status = 400 + random.nextInt(200);
            ActionAnswer answer = ErrorAnswers.of(
                    status, text(random, 6000), random.nextBoolean() ? null : text(random, 700), violations, Map.of());
            assertThat(answer.body().length).as("seed %d", seed).isLessThan(MOST);
            Map<String, Object> read = JsonCodec.readBody(answer.body());
            assertThat(read).as("seed %d", seed).isNotNull().containsKey("payload");
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.isError()).isTrue();
            // what cannot be read as UTF-8 would be replaced on the way
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(new String(answer.body(), StandardCharsets.UTF_8)))
                    .isTrue();
        }
    }

    @Test
    void aWrongPathListsWhatIsServedAndAWrongMethodWhatIsAllowed() {
        ActionAnswer path = ErrorAnswers.unknownPath("//a/b", List.of("POST /x", "GET /y"));
        assertThat(path.status()).isEqualTo(404);
        assertThat(text(path)).contains("Nothing answers at /a/b. This daemon serves POST /x, GET /y.");
        ActionAnswer method = ErrorAnswers.wrongMethod("PUT", "x", List.of("GET", "POST"));
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.headers()).containsEntry("Allow", "GET, POST");
        assertThat(text(method)).contains("PUT is not allowed at /x. Use GET, POST.");
    }

    @Test
    void aBusyDaemonSaysWhenToComeAgainAndAnUncertainRequestEndsItsConnection() {
        assertThat(ErrorAnswers.tooBusy("no place").headers()).containsEntry("Retry-After", "1");
        assertThat(ErrorAnswers.tooBusy("no place").status()).isEqualTo(429);
        assertThat(ErrorAnswers.closing(400, "cut").headers()).containsEntry("Connection", "close");
        assertThat(ErrorAnswers.daemonFailed().status()).isEqualTo(500);
    }

    @Test
    void anAnswerKeepsWhatItIsWhateverElseIsSaidOfIt() {
        ActionAnswer answer = new ActionAnswer(200, new byte[] {1}, Map.of("A", "b"));
        assertThat(answer.outcome()).isEqualTo(CallOutcome.SUCCEEDED);
        assertThat(answer.isError()).isFalse();
        IllegalStateException thrown = new IllegalStateException();
        ActionAnswer other = answer.as(CallOutcome.FAILED).leaving(thrown).as(CallOutcome.TIMED_OUT);
        assertThat(other.outcome()).isEqualTo(CallOutcome.TIMED_OUT);
        assertThat(other.failure()).isSameAs(thrown);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.headers()).containsEntry("A", "b");
        assertThat(new ActionAnswer(400, new byte[0], Map.of()).outcome()).isEqualTo(CallOutcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 199, 299, 306, 399, 418, 499, 599, 600, 999, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void eachStatusHasAPhraseThatAStatusLineCanCarry(int status) {
        assertThat(ReasonPhrase.of(status)).matches("[A-Za-z][A-Za-z -]+");
    }

    private static String text(ActionAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
