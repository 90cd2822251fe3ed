package io.skillsdk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillException;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.settings.SkillSettings;
import io.skillsdk.testing.junit.MessageFiles;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class SkillTesterTest {

    record Text(String text) {}

    record Count(int words, String session, Object limit) {}

    static final class Actions {
        @SkillAction
        SkillResponse<Count> count(SkillRequest<Text> request) {
            int words = request.payload().text().split(" ").length;
            return SkillResponse.to(
                    "counted",
                    new Count(
                            words,
                            request.sessionId().orElse("none"),
                            request.properties().find("limit").orElse("none")));
        }

        @SkillAction
        Object refuse() {
            throw new SkillException(422, "No.");
        }
    }

    static final class Hangs {
        final AtomicBoolean begun = new AtomicBoolean();

        final CountDownLatch interrupted = new CountDownLatch(1);

        final CompletableFuture<String> stage = new CompletableFuture<>();

        @SkillAction
        String sleeps() {
            begun.set(true);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "too late";
        }

        @SkillAction
        String ignoresInterrupts() {
            begun.set(true);
            while (!stage.isDone()) {
                Thread.onSpinWait();
            }
            return "too late";
        }

        @SkillAction
        CompletionStage<String> later() {
            begun.set(true);
            return stage;
        }

        @SkillAction
        List<Count> many(SkillContext context) {
            boolean near = context.remaining().compareTo(Duration.ofMinutes(1)) > 0
                    && context.remaining().compareTo(Duration.ofMinutes(2)) <= 0;
            return List.of(new Count(1, context.sessionId().orElse("-"), near));
        }

        @SkillAction
        Map<String, List<String>> headers(SkillContext context) {
            return context.headers();
        }
    }

    private final SkillTester tester = SkillTester.of(new Actions()).action("count");

    record Greeting(String word) {}

    @Test
    void anActionIsMadeWithSettingsOfItsOwn() {
        final class Polite {
            private final Greeting greeting;

            Polite(Greeting greeting) {
                this.greeting = greeting;
            }

            @SkillAction
            public String greet(String name) {
                return greeting.word() + " " + name;
            }
        }
        SkillTester polite = SkillTester.of(
                SkillSettings.of(Map.of("acme.word", "hello")),
                settings -> new Polite(settings.bind("acme", Greeting.class)));
        assertThat(polite.invoke("Ada").payload(String.class)).isEqualTo("hello Ada");
    }

    @Test
    void aPayloadObjectGoesInAndATypedPayloadComesOut() {
        TestResponse answer = tester.invoke(new Text("a b"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isError()).isFalse();
        assertThat(answer.payload(Count.class)).isEqualTo(new Count(2, "none", "none"));
        assertThat(answer.outputName()).contains("counted");
        assertThat(answer.bytes()).isEqualTo(answer.json().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sessionAndPropertiesAreSet() {
        TestResponse answer = tester.sessionId("s-1").property("limit", 5).invoke(new Text("a"));
        assertThat(answer.payload(Count.class)).isEqualTo(new Count(1, "s-1", 5));
    }

    @Test
    void whatIsSetIsAddedToAMessage() {
        TestResponse answer = tester.sessionId("s-1")
                .property("limit", 5)
                .invokeJson("{\"payload\":{\"text\":\"a\"},\"properties\":{\"limit\":1},\"sessionId\":\"s-2\"}");
        assertThat(answer.payload(Count.class)).isEqualTo(new Count(1, "s-1", 5));
    }

    @Test
    void aTesterIsLeftAsItIsByItsOtherSettings() {
        tester.sessionId("s-1").property("limit", 5);
        assertThat(tester.invoke(new Text("a")).payload(Count.class)).isEqualTo(new Count(1, "none", "none"));
    }

    @Test
    void anErrorComesOutAsOne() {
        TestResponse answer = tester.action("refuse").invoke(null);
        assertThat(answer.isError()).isTrue();
        assertThat(answer.error().detail()).isEqualTo("No.");
        assertThat(answer.violations()).isEmpty();
    }

    @Test
    void aPayloadAskedOfAnErrorFailsTheTestWithTheError() {
        assertThatThrownBy(() -> tester.action("refuse").invoke(null).payload(Map.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("422")
                .hasMessageContaining("No.");
    }

    @Test
    void anErrorAskedOfAResultFailsTheTestWithTheResult() {
        assertThatThrownBy(() -> tester.invoke(new Text("a")).error())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"words\":1");
    }

    /** The answer of a call that has reached its action: on a busy machine its time may be over before. */
    private static TestResponse expired(Hangs hangs, String action) {
        TestResponse answer;
        do {
            answer = SkillTester.of(hangs)
                    .action(action)
                    .field("activationId", "a-1")
                    .timeout(Duration.ofMillis(200))
                    .invoke(null);
        } while (!hangs.begun.get());
        return answer;
    }

    @Test
    void anActionThatHangsIsAnsweredAtItsDeadlineAndInterrupted() throws InterruptedException {
        Hangs hangs = new Hangs();
        TestResponse answer = expired(hangs, "sleeps");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.error().detail())
                .isEqualTo("The action 'sleeps' did not answer within 200 ms. Longer work belongs in a job.");
        assertThat(hangs.interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anActionThatIgnoresInterruptsDoesNotHangItsTest() {
        Hangs hangs = new Hangs();
        assertThat(expired(hangs, "ignoresInterrupts").status()).isEqualTo(504);
        hangs.stage.complete("end");
    }

    @Test
    void anAsynchronousActionThatHangsIsAnsweredAtItsDeadlineAndCancelled() {
        Hangs hangs = new Hangs();
        assertThat(expired(hangs, "later").status()).isEqualTo(504);
        assertThat(hangs.stage)
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theContextTellsTheActionItsDeadlineAndAPayloadMayHaveTypeArguments() {
        TestResponse answer = SkillTester.of(new Hangs())
                .action("many")
                .sessionId("s-1")
                .timeout(Duration.ofMinutes(2))
                .invoke(null);
        List<Count> counts = answer.payload(new TypeReference<List<Count>>() {});
        assertThat(counts).containsExactly(new Count(1, "s-1", true));
    }

    @Test
    void headersGoInAndComeOut() {
        TestResponse answer = SkillTester.of(new Hangs())
                .action("headers")
                .headers(Map.of("X-A", "1"))
                .header("X-A", "2")
                .invoke(null);
        assertThat(answer.json()).isEqualTo("{\"payload\":{\"X-A\":[\"1\",\"2\"]}}");
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void aTimeoutOutOfRangeIsRefused() {
        for (Duration timeout : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofHours(2))) {
            assertThatThrownBy(() -> tester.timeout(timeout))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("from 1 ms to 1 h");
        }
    }

    @Test
    void keysThatAreSetOtherwiseAreRefused() {
        assertThatThrownBy(() -> tester.field("payload", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'payload' is not a field of its own: give it to invoke(…).");
        assertThatThrownBy(() -> tester.field("properties", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'properties' is not a field of its own: set each with property(…).");
    }

    @Test
    @SuppressWarnings("rawtypes")
    void aTypeReferenceWithoutATypeIsRefused() {
        assertThatThrownBy(() -> new TypeReference() {}).hasMessageContaining("Say which type");
    }

    @Test
    void oneOfSeveralActionsHasToBeNamed() {
        assertThatThrownBy(() -> SkillTester.of(new Actions()).invoke(null))
                .hasMessage("There are several actions: count, refuse. Say which one is meant.");
        assertThatThrownBy(() -> tester.action("cuont"))
                .hasMessage("There is no action 'cuont'. There are: count, refuse.");
    }

    @Test
    void aMessageFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> tester.invokeMessage(Path.of("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
    }

    @ParameterizedTest
    @MessageFiles("src/test/resources/messages")
    void everyMessageFileOfAFolderIsAnswered(Path message) {
        assertThat(tester.invokeMessage(message).payload(Count.class).words()).isEqualTo(2);
    }
}
