package io.skillsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the checks of the drain see, of a process whose SIGTERM a test decides on. */
@Timeout(120)
class DrainCheckTest {

    /** A process that does on SIGTERM what it is told to. */
    private record Signalled(Runnable onSigterm, CompletableFuture<ProcessHandle> exit) implements ProcessHandle {
        @Override
        public long pid() {
            return 1;
        }

        @Override
        public Optional<ProcessHandle> parent() {
            return Optional.empty();
        }

        @Override
        public Stream<ProcessHandle> children() {
            return Stream.empty();
        }

        @Override
        public Stream<ProcessHandle> descendants() {
            return Stream.empty();
        }

        @Override
        public Info info() {
            return ProcessHandle.current().info();
        }

        @Override
        public CompletableFuture<ProcessHandle> onExit() {
            return exit;
        }

        @Override
        public boolean supportsNormalTermination() {
            return true;
        }

        @Override
        public boolean destroy() {
            onSigterm.run();
            return true;
        }

        @Override
        public boolean destroyForcibly() {
            return true;
        }

        @Override
        public boolean isAlive() {
            return !exit.isDone();
        }

        @Override
        public int compareTo(ProcessHandle other) {
            return 0;
        }
    }

    private static Map<String, ConformanceResult> drain(PlantedDaemon daemon, Runnable onSigterm) {
        ConformanceReport report = ConformanceSuite.of(daemon.action())
                .slow("{\"payload\": {\"slow\": true}}")
                .health("/ready")
                .process(new Signalled(onSigterm, CompletableFuture.completedFuture(null)))
                .run();
        return report.results().stream()
                .filter(result -> result.id().startsWith("drain."))
                .collect(java.util.stream.Collectors.toMap(ConformanceResult::id, result -> result));
    }

    private static boolean isSlow(PlantedDaemon.Got call) {
        return call.envelope().get("payload") instanceof Map<?, ?> payload && payload.containsKey("slow");
    }

    @Test
    void aDaemonThatFinishesWhatItHasAndTakesWhatStillComesIsRight() throws IOException {
        AtomicBoolean stopping = new AtomicBoolean();
        try (PlantedDaemon daemon = new PlantedDaemon(call -> call.target().equals("/ready") && stopping.get()
                ? PlantedDaemon.error("503 Service Unavailable", "stopping")
                : null)) {
            assertThat(drain(daemon, () -> stopping.set(true)).values())
                    .allMatch(result -> result.verdict() == Verdict.PASSED);
        }
    }

    @Test
    void aDaemonThatIsGoneAtOnceLosesItsCalls() throws IOException {
        CountDownLatch gone = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        try (PlantedDaemon daemon = new PlantedDaemon(call -> {
            if (isSlow(call) && !first.getAndSet(false)) {
                await(gone);
                return "";
            }
            return null;
        })) {
            Map<String, ConformanceResult> results = drain(daemon, () -> {
                daemon.kill();
                gone.countDown();
            });
            assertThat(results.get("drain.in-flight").verdict()).isEqualTo(Verdict.FAILED);
            assertThat(results.get("drain.late-calls").verdict()).isEqualTo(Verdict.WARNED);
            assertThat(results.get("drain.late-calls").detail()).containsPattern("after \\d+ calls");
            // nobody answers the probe any more, which fails it as well
            assertThat(results.get("drain.unready").verdict()).isEqualTo(Verdict.PASSED);
            assertThat(results.get("drain.ends").verdict()).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void aDaemonThatGoesOnAsIfNothingWereStaysReady() throws IOException {
        try (PlantedDaemon daemon = new PlantedDaemon(call -> null)) {
            Map<String, ConformanceResult> results = drain(daemon, () -> {});
            assertThat(results.get("drain.unready").verdict()).isEqualTo(Verdict.WARNED);
            assertThat(results.get("drain.unready").detail()).isEqualTo("the probe is answered with 200");
            assertThat(results.get("drain.late-calls").verdict()).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void aSlowMessageThatIsRefusedSaysSoAndEndsNoProcess() throws IOException {
        AtomicBoolean ended = new AtomicBoolean();
        try (PlantedDaemon daemon =
                new PlantedDaemon(call -> isSlow(call) ? PlantedDaemon.error("400 Bad Request", "no") : null)) {
            Map<String, ConformanceResult> results = drain(daemon, () -> ended.set(true));
            assertThat(List.copyOf(results.values()))
                    .allSatisfy(result -> assertThat(result.detail()).startsWith("the slow message is not answered"));
            assertThat(ended).isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
