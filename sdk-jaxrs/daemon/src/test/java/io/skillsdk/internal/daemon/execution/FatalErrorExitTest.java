package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a process whose memory is full to the last byte, and stays so: whatever has to be done then, no memory is left to do it with. */
class FatalErrorExitTest {

    private static final int NOT_ENDED = 9;

    /** Fills its memory; then a task runs out of it, in the pool or by the clock. */
    static final class Main {

        private static final int SMALLEST = 16;

        private static final long PATIENCE_MILLIS = 30_000;

        private static Object[] kept = new Object[1];

        private static void fill() {
            for (int size = 1 << 20; size >= SMALLEST; ) {
                try {
                    kept = new Object[] {kept, new byte[size]};
                } catch (OutOfMemoryError e) {
                    size /= 2;
                }
            }
        }

        public static void main(String[] args) throws InterruptedException {
            DaemonExecutors threads = new DaemonExecutors(UnaryOperator.identity());
            threads.start();
            AtomicBoolean full = new AtomicBoolean();
            Runnable task = () -> {
                while (!full.get()) {
                    Thread.onSpinWait();
                }
                kept = new Object[1 << 20];
            };
            if (args[0].equals("pool")) {
                threads.execute(task);
            } else {
                threads.every(1, () -> {
                    if (full.get()) {
                        kept = new Object[1 << 20];
                    }
                });
            }
            fill();
            full.set(true);
            Thread.sleep(PATIENCE_MILLIS);
            Runtime.getRuntime().halt(NOT_ENDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "clock"})
    void aProcessWithoutAnyMemoryEndsAllTheSame(String where) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        where)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
        } finally {
            process.destroyForcibly();
        }
    }
}
