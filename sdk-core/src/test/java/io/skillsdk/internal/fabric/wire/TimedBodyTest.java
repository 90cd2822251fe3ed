package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skillsdk.internal.fabric.wire.WireFault.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The body of an answer, without a connection. */
@Timeout(60)
class TimedBodyTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final TimedBody body = new TimedBody(Budget.of(LONG, LONG));

    /** What the JDK's client would be: it gives what is asked for. */
    private static final class Source implements Flow.Subscription {
        private final AtomicLong asked = new AtomicLong();
        private final AtomicInteger cancelled = new AtomicInteger();

        @Override
        public void request(long n) {
            asked.addAndGet(n);
        }

        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }
    }

    private static WireFault fault(TimedBody body) {
        return catchThrowableOfType(WireFault.class, body::readAllBytes);
    }

    @Test
    void theBytesComeOutAsTheyCameInHoweverTheyAreCutUpAndRead() throws IOException {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            TimedBody timed = new TimedBody(Budget.of(LONG, LONG));
            timed.onSubscribe(new Source());
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            for (int events = random.nextInt(6); events > 0; events--) {
                List<ByteBuffer> buffers = new ArrayList<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    byte[] bytes = new byte[random.nextInt(7)];
                    random.nextBytes(bytes);
                    sent.writeBytes(bytes);
                    buffers.add(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
                }
                timed.onNext(buffers);
            }
            timed.onComplete();
            ByteArrayOutputStream got = new ByteArrayOutputStream();
            byte[] part = new byte[10];
            for (int count = 0; count >= 0; ) {
                if (random.nextInt(3) == 0) {
                    int one = timed.read();
                    count = one < 0 ? -1 : 0;
                    if (one >= 0) {
                        got.write(one);
                    }
                } else {
                    count = timed.read(part, 0, 1 + random.nextInt(10));
                    got.write(part, 0, Math.max(0, count));
                }
            }
            assertThat(got.toByteArray()).as("seed %d", seed).isEqualTo(sent.toByteArray());
            assertThat(timed.read()).as("seed %d", seed).isNegative();
            assertThat(timed.read(part, 0, 0)).as("seed %d", seed).isZero();
        }
    }

    @Test
    void moreIsAskedForOnlyWhenWhatCameHasBeenTaken() throws IOException {
        Source source = new Source();
        body.onSubscribe(source);
        assertThat(source.asked).hasValue(1);
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2})));
        assertThat(source.asked).hasValue(1);
        body.read();
        assertThat(source.asked).hasValue(2);
        body.read();
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void aFailureComesAfterTheBytesBeforeIt() throws IOException {
        body.onSubscribe(new Source());
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {7})));
        body.onError(new IOException("reset"));
        assertThat(body.read()).isEqualTo(7);
        WireFault fault = fault(body);
        assertThat(fault.kind()).isEqualTo(Kind.CUT);
        assertThat(fault).hasRootCauseMessage("reset");
        assertThat(fault(body).kind()).isEqualTo(Kind.CUT);
    }

    @Test
    void silenceEndsItAndTheConnectionIsLetGo() {
        TimedBody timed = new TimedBody(Budget.of(LONG, Duration.ofMillis(20)));
        Source source = new Source();
        timed.onSubscribe(source);
        WireFault fault = fault(timed);
        assertThat(fault.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(fault).hasMessage("nothing came for 20 ms");
        assertThat(source.cancelled).hasValue(1);
    }

    @Test
    void aBodyThatNeverEndsEndsWithTheWholeTimeAlsoForASlowReader() throws Exception {
        // there is always something, as the source is quicker than its reader
        TimedBody timed = new TimedBody(Budget.of(Duration.ofMillis(200), LONG));
        timed.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                timed.onNext(List.of(ByteBuffer.wrap(new byte[1])));
            }

            @Override
            public void cancel() {
                // nothing to let go of
            }
        });
        CompletableFuture<WireFault> read = CompletableFuture.supplyAsync(() -> fault(timed), task -> {
            Thread thread = new Thread(() -> {
                task.run();
            });
            thread.setDaemon(true);
            thread.start();
        });
        WireFault fault = read.get(30, TimeUnit.SECONDS);
        assertThat(fault.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(fault).hasMessage("there was no whole answer within 200 ms");
    }

    @Test
    void closingItFromElsewhereWakesItsReader() throws Exception {
        Source source = new Source();
        body.onSubscribe(source);
        CompletableFuture<WireFault> read = new CompletableFuture<>();
        Thread reader = new Thread(() -> read.complete(fault(body)));
        reader.setDaemon(true);
        reader.start();
        body.close();
        body.close();
        assertThat(read.get(50, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CUT);
        assertThat(source.cancelled).hasValue(1);
    }

    @Test
    void anInterruptEndsTheReadingAndIsKept() {
        Source source = new Source();
        body.onSubscribe(source);
        Thread.currentThread().interrupt();
        try {
            assertThat(fault(body).kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(source.cancelled).hasValue(1);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void anAnswerThatComesAfterTheCloseIsLetGoAtOnce() {
        body.close();
        Source late = new Source();
        body.onSubscribe(late);
        assertThat(late.cancelled).hasValue(1);
        assertThat(late.asked).hasValue(0);
    }

    @Test
    void aBodyThatWasReadToItsEndIsNotCancelled() throws IOException {
        Source source = new Source();
        body.onSubscribe(source);
        body.onComplete();
        assertThat(body.readAllBytes()).isEmpty();
        body.close();
        // its connection can be used again
        assertThat(source.cancelled).hasValue(0);
    }
}
