package io.skillsdk.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.testing.SkillTester;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CallListenerTest {

    static final class Actions {
        @SkillAction
        Object echo(Map<String, Integer> payload) {
            return payload;
        }

        @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
        Object profile(@PathParameter("id") String id) {
            return id;
        }

        @SkillAction
        Object refuses() {
            throw SkillException.conflict("There is one.");
        }

        @SkillAction
        Object fails() {
            throw new IllegalStateException("secret cause");
        }

        @SkillAction
        CompletionStage<String> later() {
            return CompletableFuture.supplyAsync(() -> "later");
        }

        @SkillAction
        Object hangs() throws InterruptedException {
            new CountDownLatch(1).await();
            return "never";
        }
    }

    /** Keeps what it is told. */
    private static final class Recording implements CallListener {
        private final List<StartedCall> began = new ArrayList<>();

        private final List<EndedCall> ended = new ArrayList<>();

        private final List<String> activations = new ArrayList<>();

        @Override
        public Set<String> headers() {
            return Set.of("Traceparent");
        }

        @Override
        public synchronized void began(StartedCall call) {
            began.add(call);
        }

        @Override
        public synchronized void ended(EndedCall call) {
            ended.add(call);
            activations.add(String.valueOf(MDC.get("activationId")));
        }
    }

    private final Recording recording = new Recording();

    private final SkillTester tester =
            SkillTester.of(new Actions()).listener(recording).field("activationId", "a-1");

    private EndedCall ended() {
        assertThat(recording.began).hasSize(1);
        assertThat(recording.ended).hasSize(1);
        assertThat(recording.ended.get(0).call()).isSameAs(recording.began.get(0));
        return recording.ended.get(0);
    }

    @Test
    void aCallIsToldAtItsBeginAndAtItsEnd() {
        Instant before = Instant.now();
        int bytes = tester.action("echo")
                .header("traceparent", "00-1")
                .header("authorization", "Bearer x")
                .invoke(Map.of("a", 1))
                .bytes()
                .length;
        EndedCall ended = ended();
        assertThat(ended.call().action()).isEqualTo("echo");
        assertThat(ended.call().method()).isEqualTo("POST");
        assertThat(ended.call().route()).isEqualTo("echo");
        assertThat(ended.call().arrival()).isBetween(before, Instant.now());
        assertThat(ended.call().header("TraceParent")).contains("00-1");
        assertThat(ended.call().header("authorization")).as("not asked for").isEmpty();
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.outcome()).isEqualTo(CallOutcome.SUCCEEDED);
        assertThat(ended.activationId()).contains("a-1");
        assertThat(ended.requestBytes()).isEqualTo("{\"activationId\":\"a-1\",\"payload\":{\"a\":1}}".length());
        assertThat(ended.responseBytes()).isEqualTo(bytes);
        assertThat(ended.waited()).isPositive();
        assertThat(ended.took()).isPositive();
    }

    @Test
    void theRouteIsTheTemplateAndNotThePath() {
        tester.action("profile").pathParameter("id", "secret").invoke(null);
        assertThat(ended().call().route()).isEqualTo("profiles/{id}");
        assertThat(ended().call().method()).isEqualTo("GET");
    }

    @Test
    void theOutcomeSaysWhoseFaultItWas() {
        Map<String, CallOutcome> outcomes =
                Map.of("refuses", CallOutcome.REFUSED, "fails", CallOutcome.FAILED, "later", CallOutcome.SUCCEEDED);
        outcomes.forEach((action, outcome) -> {
            recording.began.clear();
            recording.ended.clear();
            tester.action(action).invoke(null);
            assertThat(ended().outcome()).isEqualTo(outcome);
        });
    }

    @Test
    void anInvalidPayloadAndABodyThatIsNotJsonAreTold() {
        tester.action("echo").invoke(List.of("x"));
        assertThat(ended().outcome()).isEqualTo(CallOutcome.INVALID);
        assertThat(ended().status()).isEqualTo(400);
        recording.began.clear();
        recording.ended.clear();
        SkillTester.of(new Actions()).listener(recording).action("echo").invokeJson("nonsense");
        assertThat(ended().outcome()).isEqualTo(CallOutcome.INVALID);
    }

    @Test
    void aCallThatRunsOutOfTimeIsToldOnce() {
        tester.action("hangs").timeout(Duration.ofSeconds(2)).invoke(null);
        assertThat(ended().outcome()).isEqualTo(CallOutcome.TIMED_OUT);
        assertThat(ended().status()).isEqualTo(504);
        assertThat(ended().activationId()).contains("a-1");
    }

    @Test
    void aListenerLogsWithTheCallsContext() {
        tester.action("echo").invoke(Map.of());
        assertThat(recording.activations).containsExactly("a-1");
        assertThat(MDC.get("activationId")).isNull();
    }

    @Test
    void aListenerThatThrowsCostsNeitherTheCallNorTheOthers() {
        CallListener broken = new CallListener() {
            @Override
            public void began(StartedCall call) {
                MDC.put("left", "behind");
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void ended(EndedCall call) {
                throw new AssertionError("on purpose");
            }
        };
        assertThat(SkillTester.of(new Actions())
                        .listener(broken)
                        .listener(recording)
                        .action("echo")
                        .invoke(Map.of("a", 1))
                        .status())
                .isEqualTo(200);
        assertThat(ended().status()).isEqualTo(200);
    }

    @Test
    void nothingOfTheEnvelopeIsInWhatIsTold() {
        tester.action("echo")
                .field("token", "the.token")
                .property("key", "hush-hush")
                .invoke(Map.of("a", 1));
        assertThat(ended().toString()).doesNotContain("the.token", "hush-hush");
    }
}
