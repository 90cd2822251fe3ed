package io.skillsdk.internal.daemon.transport;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.nio.SelectorRunner;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a clock that goes on by a step each time it is read. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdaptiveSelectorHandlerTest {

    private static final int ENOUGH = 30;

    private final AtomicLong now = new AtomicLong();

    private final AtomicLong reads = new AtomicLong();

    private volatile long step = MICROSECONDS.toNanos(5);

    private final AdaptiveSelectorHandler handler = new AdaptiveSelectorHandler(() -> {
        reads.incrementAndGet();
        return now.addAndGet(step);
    });

    private SelectorRunner runner;

    private Pipe requests;

    @BeforeEach
    void opens() throws IOException {
        TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance().build();
        runner = SelectorRunner.create(transport);
        requests = Pipe.open();
        requests.source().configureBlocking(false);
        requests.source().register(selector(), SelectionKey.OP_READ);
    }

    @AfterEach
    void closes() throws IOException {
        selector().close();
        requests.sink().close();
        requests.source().close();
    }

    @Test
    void requestsAreFoundWhetherFarApartOrNear() throws IOException {
        for (long apart : new long[] {5, 2000}) {
            step = MICROSECONDS.toNanos(apart);
            for (int i = 0; i < ENOUGH; i++) {
                assertThat(waitForOne()).hasSize(1);
            }
        }
    }

    @Test
    void aWakeUpDuringALookIsReportedBeforeTheThreadSleeps() throws IOException {
        requestsFollowEachOther();

        selector().wakeup();

        assertThat(handler.select(runner)).isEmpty();
    }

    @Test
    void afterALookInVainTheThreadSleepsUntilItIsWoken() throws Exception {
        requestsFollowEachOther();
        assertThat(handler.select(runner)).isEmpty();
        long before = reads.get();

        send();

        assertThat(select()).hasSize(1);
        assertThat(reads.get() - before).as("clock readings: one at the end").isEqualTo(1);
    }

    @Test
    void afterALongWaitTheThreadSleepsAtOnce() throws Exception {
        requestsFollowEachOther();
        step = TimeUnit.SECONDS.toNanos(1);
        assertThat(waitForOne()).hasSize(1);
        step = MICROSECONDS.toNanos(1);
        long before = reads.get();

        selector().wakeup();

        assertThat(handler.select(runner)).isEmpty();
        assertThat(reads.get() - before)
                .as("clock readings: one at the beginning")
                .isEqualTo(1);
    }

    private void requestsFollowEachOther() throws IOException {
        for (int i = 0; i < ENOUGH; i++) {
            waitForOne();
        }
    }

    private Set<SelectionKey> waitForOne() throws IOException {
        send();
        return select();
    }

    private void send() throws IOException {
        requests.sink().write(ByteBuffer.allocate(1));
    }

    private Set<SelectionKey> select() throws IOException {
        Set<SelectionKey> selected = Set.copyOf(handler.select(runner));
        selector().selectedKeys().clear();
        requests.source().read(ByteBuffer.allocate(8));
        return selected;
    }

    private Selector selector() {
        return runner.getSelector();
    }
}
