package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillError;
import io.skillsdk.SkillException;
import io.skillsdk.Violation;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@Isolated("reads the log")
class FailureTest {

    static final class Fails {
        private final Throwable thrown;

        Fails(Throwable thrown) {
            this.thrown = thrown;
        }

        @SkillAction
        Object now(Map<String, Object> payload) throws Throwable {
            throw thrown;
        }

        @SkillAction
        CompletionStage<Object> failed(Map<String, Object> payload) {
            return CompletableFuture.failedFuture(thrown);
        }

        @SkillAction
        CompletionStage<Object> later(Map<String, Object> payload) {
            return CompletableFuture.supplyAsync(() -> 1).thenCompose(one -> CompletableFuture.failedFuture(thrown));
        }
    }

    private static final String BODY = "{\"activationId\":\"a-1\",\"sessionId\":\"s-1\",\"skillName\":\"k\","
            + "\"token\":\"the.token\",\"payload\":{\"p\":\"the payload\"},\"properties\":{\"q\":\"hush-hush\"}}";

    private static TestResponse failing(String action, Throwable thrown) {
        return SkillTester.of(new Fails(thrown)).action(action).invokeJson(BODY);
    }

    @Test
    void aSkillExceptionAnswersWithItsStatusAndSentence() {
        for (String action : List.of("now", "later")) {
            TestResponse answer = failing(
                    action,
                    new SkillException(
                            412, "No model is loaded.", List.of(new Violation("payload.model", "is unknown"))));
            assertThat(answer.error())
                    .isEqualTo(new SkillError(
                            412,
                            "Precondition Failed",
                            "No model is loaded.",
                            "a-1",
                            List.of(new Violation("payload.model", "is unknown"))));
        }
    }

    static Stream<Throwable> wrapped() {
        SkillException chosen = new SkillException(409, "There is one already.");
        Throwable deep = chosen;
        for (int i = 0; i < 20; i++) {
            deep = new CompletionException(deep);
        }
        return Stream.of(
                new ExecutionException(chosen),
                new CompletionException(chosen),
                new CompletionException(new CompletionException(chosen)),
                new InvocationTargetException(chosen),
                new UndeclaredThrowableException(chosen),
                new UndeclaredThrowableException(new InvocationTargetException(new ExecutionException(chosen))),
                deep);
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void aSkillExceptionCountsInsideWhatTheJdkPutsAroundIt(Throwable wrapper) {
        for (String action : List.of("now", "failed", "later")) {
            TestResponse answer = failing(action, wrapper);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.error().detail()).isEqualTo("There is one already.");
        }
    }

    @Test
    void aSkillExceptionInsideAnExceptionOfTheAuthorsIsOnlyItsCause() {
        assertThat(failing("now", new IllegalStateException(new SkillException(409, "no")))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void exceptionsThatCauseEachOtherInACircleAreAnswered() {
        CompletionException outer = new CompletionException("outer") {};
        CompletionException inner = new CompletionException("inner", outer);
        outer.initCause(inner);
        assertThat(failing("now", outer).status()).isEqualTo(500);
    }

    @Test
    void aStatusThatNoActionMayUseIsAnswered502WithItsSentence() {
        TestResponse answer = failing("now", new SkillException(503, "The scores are not there yet."));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.error().title()).isEqualTo("Bad Gateway");
        assertThat(answer.error().detail()).isEqualTo("The scores are not there yet.");
    }

    /** A status, and null where its sentence should be. */
    static final class MuteException extends SkillException {
        private static final long serialVersionUID = 1L;

        MuteException() {
            super(404, "never seen");
        }

        @Override
        public String getMessage() {
            return null;
        }
    }

    @Test
    void aMessageThatIsNullAfterAllIsTheStatusInWords() {
        assertThat(failing("now", new MuteException()).error().detail()).isEqualTo("Not Found.");
    }

    static final class SilentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    /** One whose own method throws what is no exception. */
    static final class LoudException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new AssertionError("secret cause");
        }
    }

    /** A status, and no sentence to be had. */
    static final class SpeechlessException extends SkillException {
        private static final long serialVersionUID = 1L;

        SpeechlessException() {
            super(412, "never seen");
        }

        @Override
        public String getMessage() {
            throw new LoudException();
        }
    }

    static Stream<Throwable> anything() {
        return Stream.of(
                new IllegalStateException("secret cause"),
                new Exception("secret cause"),
                new StackOverflowError(),
                new NoClassDefFoundError("some/Type"),
                new AssertionError("secret cause"),
                new SilentException());
    }

    @ParameterizedTest
    @MethodSource("anything")
    void anythingElseAnswers500WithANeutralSentence(Throwable thrown) {
        for (String action : List.of("now", "later")) {
            TestResponse answer = failing(action, thrown);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.error().detail())
                    .isEqualTo("The action '" + action
                            + "' failed. The cause is in the skill's log, under this activation's id.");
            assertThat(answer.json()).doesNotContain("secret cause", "Exception", "StackOverflow", "some/Type");
        }
    }

    @Test
    void anExceptionWhoseOwnMethodsThrowAnswers500() {
        for (Throwable thrown : List.of(new LoudException(), new SpeechlessException())) {
            for (String action : List.of("now", "failed")) {
                TestResponse answer = failing(action, thrown);
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.json()).doesNotContain("secret cause");
            }
        }
    }

    @Test
    void aThrownNullAnswers500() {
        assertThat(failing("now", null).status()).isEqualTo(500);
    }

    @Test
    void aFailureIsLoggedOnceWithItsCauseAndItsActivation() {
        for (String action : List.of("now", "later")) {
            assertLogged(action, logged(() -> failing(action, new IllegalStateException("the cause"))));
        }
    }

    private static void assertLogged(String action, List<ILoggingEvent> events) {
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("the cause");
            assertThat(event.getMDCPropertyMap())
                    .containsEntry("activationId", "a-1")
                    .containsEntry("sessionId", "s-1")
                    .containsEntry("skillName", "k")
                    .containsEntry("action", action);
            assertThat(event.getFormattedMessage())
                    .contains(action, "a-1")
                    .doesNotContain("the.token", "the payload", "hush-hush");
        });
    }

    @Test
    void aMappedFailureOfTheServerIsLoggedWithTheCauseAndAnyOtherWithout() {
        IllegalStateException cause = new IllegalStateException("the cause");
        assertThat(logged(() -> SkillTester.of(new Fails(cause))
                        .action("now")
                        .onException(IllegalStateException.class, e -> SkillException.badGateway("Down.", null))
                        .invokeJson(BODY)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getLevel()).isEqualTo(Level.ERROR);
                    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("the cause");
                });
        assertThat(logged(() -> SkillTester.of(new Fails(cause))
                        .action("now")
                        .onException(IllegalStateException.class, e -> SkillException.notFound("None."))
                        .invokeJson(BODY)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getLevel()).isEqualTo(Level.INFO);
                    assertThat(event.getThrowableProxy()).isNull();
                });
    }

    @Test
    void aRefusedCallIsLoggedOnceWithoutAStack() {
        List<ILoggingEvent> events = logged(
                () -> SkillTester.of(new Fails(null)).action("now").invokeJson(BODY.replace("{\"p\"", "[{\"p\"")));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.INFO);
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage()).doesNotContain("the.token", "the payload", "hush-hush");
        });
    }

    @Test
    void noCallerCanWriteAnotherLineOfTheLog() {
        String forged = BODY.replace("a-1", "a\\r\\n2026 ERROR b\\u2028c").replace("s-1", "s\\n1");
        for (Runnable call : List.<Runnable>of(
                () -> SkillTester.of(new Fails(new IllegalStateException()))
                        .action("now")
                        .invokeJson(forged),
                () -> SkillTester.of(new Fails(new SkillException(412, "first line\nsecond line")))
                        .action("now")
                        .invokeJson(forged),
                () -> SkillTester.of(new Counts()).invokeJson(forged.replace("\"p\"", "\"p\\nq\"")))) {
            assertThat(logged(call)).singleElement().satisfies(event -> {
                assertThat(event.getFormattedMessage())
                        .contains("a  2026 ERROR b c")
                        .doesNotContain("\n", "\r", "\u2028");
                assertThat(event.getMDCPropertyMap().values())
                        .allSatisfy(value -> assertThat(value).doesNotContain("\n", "\r", "\u2028"));
            });
        }
    }

    static final class Counts {
        @SkillAction
        int count(Map<String, List<Integer>> payload) {
            return payload.size();
        }
    }

    @Test
    void anErrorIsNeverLargerThanThePlatformTakes() {
        String endless = "\u0001".repeat(1_000_000);
        List<Violation> many = Collections.nCopies(1000, new Violation(endless, endless));
        for (String json : List.of(
                failing("now", new SkillException(422, endless, many)).json(),
                SkillTester.of(new Counts())
                        .invokeJson("{\"payload\": {\"" + "k".repeat(40_000) + "\": [" + "\"a\",".repeat(60) + "1]}}")
                        .json(),
                SkillTester.of(new Counts())
                        .invokeJson("{\"activationId\": \"" + "a".repeat(1_000_000) + "\", \"payload\": 1}")
                        .json())) {
            assertThat(json).hasSizeLessThan(ActionPipeline.MAX_ANSWER_BYTES).contains("…");
        }
    }

    private static List<ILoggingEvent> logged(Runnable call) {
        Logger logger = (Logger) LoggerFactory.getLogger("io.skillsdk.calls");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing(); // keeps the MDC as it is now
                super.append(event);
            }
        };
        appender.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(appender);
        try {
            call.run();
            return List.copyOf(appender.list);
        } finally {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
    }
}
