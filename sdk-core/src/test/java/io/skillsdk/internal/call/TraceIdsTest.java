package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.EndedCall;
import io.skillsdk.testing.SkillTester;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceIdsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String SPAN = "00f067aa0ba902b7";

    static final class Actions {

        private Map<String, String> logged = Map.of();

        private Map<String, String> handedOn = Map.of();

        @SkillAction
        void run(SkillContext context) {
            logged = new TreeMap<>(MDC.getCopyOfContextMap());
            logged.remove("action");
            handedOn = context.tracing();
        }
    }

    private final Actions actions = new Actions();

    private void call(String... headers) {
        SkillTester tester = SkillTester.of(actions);
        for (int i = 0; i < headers.length; i += 2) {
            tester = tester.header(headers[i], headers[i + 1]);
        }
        assertThat(tester.invokeJson("{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "traceparent, 00-" + TRACE + "-" + SPAN + "-01",
        "Traceparent, cc-" + TRACE + "-" + SPAN + "-00-what-may-come",
        "b3, " + TRACE + "-" + SPAN,
        "B3, " + TRACE + "-" + SPAN + "-1-05e3ac9a4f6e3b90"
    })
    void oneHeaderGivesTheIdsOfTraceAndSpanToTheLog(String name, String value) {
        call(name, value);

        assertThat(actions.logged).isEqualTo(Map.of("traceId", TRACE, "spanId", SPAN));
        assertThat(actions.handedOn).isEqualTo(Map.of(name.toLowerCase(java.util.Locale.ROOT), value));
    }

    @Test
    void theHeadersOfTheMeshGiveThemToo() {
        call(
                "x-request-id",
                "r-1",
                "x-b3-traceid",
                TRACE,
                "x-b3-spanid",
                SPAN,
                "x-b3-parentspanid",
                "05e3ac9a4f6e3b90",
                "x-b3-sampled",
                "1");

        assertThat(actions.logged).isEqualTo(Map.of("traceId", TRACE, "spanId", SPAN, "requestId", "r-1"));
        assertThat(actions.handedOn)
                .containsOnlyKeys("x-request-id", "x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid", "x-b3-sampled");
    }

    @Test
    void theTraceOfTheW3CTakesPrecedence() {
        call(
                "b3",
                "1".repeat(32) + "-" + SPAN,
                "traceparent",
                "00-" + TRACE + "-" + SPAN + "-01",
                "tracestate",
                "a=1, b=2");

        assertThat(actions.logged).containsEntry("traceId", TRACE);
        assertThat(actions.handedOn).containsOnlyKeys("b3", "traceparent", "tracestate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-" + TRACE + "-" + SPAN,
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-" + TRACE + "-" + SPAN + "-01\nnext line"
            })
    void whatIsNotWellFormedIsNotLogged(String traceparent) {
        call("traceparent", traceparent, "b3", "0", "x-b3-traceid", "abc", "x-request-id", "a b\n");

        assertThat(actions.logged).isEmpty();
    }

    @Test
    void aCallWithoutATraceHasNone() {
        call("Accept", "*/*");

        assertThat(actions.logged).isEmpty();
        assertThat(actions.handedOn).isEmpty();
    }

    @Test
    void aListenerLogsWithTheTraceOfTheCall() {
        AtomicReference<Map<String, String>> logged = new AtomicReference<>();
        SkillTester.of(actions)
                .listener(new CallListener() {
                    @Override
                    public void ended(EndedCall call) {
                        logged.set(MDC.getCopyOfContextMap());
                    }
                })
                .header("traceparent", "00-" + TRACE + "-" + SPAN + "-01")
                .invokeJson("{}");

        assertThat(logged.get()).containsEntry("traceId", TRACE);
        assertThat(MDC.get("traceId")).isNull();
    }
}
