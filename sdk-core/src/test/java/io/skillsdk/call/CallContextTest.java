package io.skillsdk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CallContextTest {

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        executor.shutdownNow();
        MDC.clear();
    }

    private String onTheOtherThread() throws Exception {
        return executor.submit(() -> MDC.get("tenant") + " " + TestCarrier.current())
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void aFutureKnowsTheLoggingContextAndWhatCarriersAddAndItsThreadForgetsThem() throws Exception {
        MDC.put("tenant", "t-1");
        TestCarrier.set("span-1");
        CompletableFuture<String> seen = CompletableFuture.supplyAsync(
                () -> MDC.get("tenant") + " " + TestCarrier.current(), CallContext.wrapExecutor(executor));
        TestCarrier.set(null);
        assertThat(seen.get(60, TimeUnit.SECONDS)).isEqualTo("t-1 span-1");
        assertThat(onTheOtherThread()).isEqualTo("null null");
    }

    @Test
    void theThreadGetsItsOwnContextBackWhateverTheTaskThrows() {
        MDC.put("tenant", "mine");
        CallContext mine = CallContext.capture();
        MDC.put("tenant", "other");
        assertThatThrownBy(() -> mine.run(() -> {
                    assertThat(MDC.get("tenant")).isEqualTo("mine");
                    MDC.put("more", "left behind");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(MDC.getCopyOfContextMap()).containsOnly(java.util.Map.entry("tenant", "other"));
    }

    @Test
    void theCommonExecutorCarriesItToo() throws Exception {
        MDC.put("tenant", "t-2");
        assertThat(CompletableFuture.supplyAsync(() -> MDC.get("tenant"), CallContext.commonExecutor())
                        .get(60, TimeUnit.SECONDS))
                .isEqualTo("t-2");
    }

    @Test
    void workForNoCallKnowsNothingOfTheThreadsOwn() {
        MDC.put("tenant", "t-3");
        TestCarrier.set("span-3");
        StringBuilder seen = new StringBuilder();

        CallContext.outside(() -> seen.append(MDC.get("tenant") + " " + TestCarrier.current()))
                .run();

        assertThat(seen).hasToString("null null");
        assertThat(MDC.get("tenant")).isEqualTo("t-3");
        assertThat(TestCarrier.current()).isEqualTo("span-3");
        TestCarrier.set(null);
    }
}
