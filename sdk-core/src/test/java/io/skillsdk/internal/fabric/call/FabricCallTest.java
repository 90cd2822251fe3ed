package io.skillsdk.internal.fabric.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a call goes on to the platform. */
class FabricCallTest {

    private static FabricCall call(@Nullable String session, @Nullable String activation, Map<String, String> headers) {
        return new FabricCall("http://h", "t0ken-LEAK", "p", session, activation, null, headers);
    }

    @ParameterizedTest
    @CsvSource({"s, a, s", ", a, a", "s, , s", ", , "})
    void theSessionIsTheCallersElseTheActivations(
            @Nullable String session, @Nullable String activation, @Nullable String used) {
        assertThat(call(session, activation, Map.of()).session()).isEqualTo(used);
    }

    @Test
    void onlyHeadersThatJoinTracesGoAlong() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Traceparent", "00-1");
        headers.put("X-B3-TraceId", "b");
        headers.put("x-request-id", "r");
        headers.put("b3", "0");
        headers.put("tracestate", "v=1");
        headers.put("Authorization", "Bearer LEAK");
        headers.put("Cookie", "LEAK");
        headers.put("x-b3", "LEAK");
        headers.put("Content-Length", "5");
        headers.put("X-B3-Sampled", "1\r\nX-Evil: LEAK");
        headers.put("X-B3-Flags", "ü");
        headers.put("X-B3-SpanId", "");
        headers.put("X-B3-é", "1");
        headers.put("X-B3-ParentSpanId", "9".repeat(1000));
        FabricCall call = call("s", "a", headers);
        assertThat(call.headers())
                .containsOnlyKeys("traceparent", "x-b3-traceid", "x-request-id", "b3", "tracestate")
                .doesNotContainValue("LEAK");
        assertThat(call.toString()).doesNotContain("LEAK").contains("p", "a");
    }
}
