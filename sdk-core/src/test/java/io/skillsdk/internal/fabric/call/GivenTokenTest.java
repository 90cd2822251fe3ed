package io.skillsdk.internal.fabric.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that came with a call. */
class GivenTokenTest {

    private final TestClock clock = new TestClock();

    private static String jwt(String claims) {
        return "eyJhbGciOiJFZERTQSJ9."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJl";
    }

    private String asked(String token) {
        return new GivenToken(token, clock).token("content 'a'");
    }

    @Test
    void itIsSentUntilTheSecondInWhichItExpires() {
        long end = clock.instant().plusSeconds(60).getEpochSecond();
        GivenToken token = new GivenToken(jwt("{\"exp\":" + end + "}"), clock);
        assertThat(token.token("x")).isNotEmpty();
        clock.advance(Duration.ofMillis(59_999));
        assertThat(token.token("x")).isNotEmpty();
        clock.advance(Duration.ofMillis(1));
        FabricException failure = catchThrowableOfType(FabricException.class, () -> token.token("content 'a'"));
        assertThat(failure.reason()).isEqualTo(Reason.TOKEN_REFUSED);
        assertThat(failure)
                .hasMessageContaining("content 'a'")
                .hasMessageContaining("it expired at 2026-06-01T10:01:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\":1e300}",
                "{\"exp\":9223372036854775807}",
                "{\"exp\":\"1\"}",
                "{\"exp\":null}",
                "{\"exp\":0}",
                "{\"exp\":-5}",
                "{\"exp\":[1]}",
                "{}",
                "[]",
                "5",
                "{\"exp\":1",
                ""
            })
    void anEndThatIsNotUnderstoodIsForThePlatformToJudge(String claims) {
        assertThat(asked(jwt(claims))).isEqualTo(jwt(claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.b.c.d", "..", "a.%%%.c", "a.!.c"})
    void aTokenOfAnotherKindIsSentAsItIs(String token) {
        assertThat(asked(token)).isEqualTo(token);
        assertThat(asked("  " + token + "\n")).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a b", "a\nX-Other: b", "a\r\nb", "ü", "a\u0000", "a\u007f"})
    void whatAHeaderCannotCarryIsNeverSentAndNeverShown(String token) {
        FabricException failure = catchThrowableOfType(FabricException.class, () -> asked(token));
        assertThat(failure.reason()).isEqualTo(Reason.TOKEN_REFUSED);
        assertThat(failure.detail()).isEqualTo("it is not a token that a header can carry; nothing was sent");
    }

    @Test
    void noTextAtAllEndsInAnotherExceptionAndNoneIsShown() {
        for (long seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(random.nextInt(3) == 0 ? "." : String.valueOf((char) random.nextInt(300)));
            }
            GivenToken token = new GivenToken(text.toString(), clock);
            assertThat(token.toString()).isEqualTo("GivenToken[***]");
            try {
                assertThat(token.token("x")).as("seed %d", seed).matches("[!-~]+");
            } catch (FabricException e) {
                assertThat(e.reason()).as("seed %d", seed).isEqualTo(Reason.TOKEN_REFUSED);
            }
        }
    }
}
