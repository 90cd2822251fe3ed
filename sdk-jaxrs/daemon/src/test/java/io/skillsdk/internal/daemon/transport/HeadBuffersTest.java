package io.skillsdk.internal.daemon.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.HeapBuffer;
import org.junit.jupiter.api.Test;

class HeadBuffersTest {

    private final HeadBuffers buffers = new HeadBuffers();

    @Test
    void aHeadGetsLessThanGrizzlyAsksFor() {
        assertThat(buffers.allocateAtLeast(2048).capacity()).isLessThan(2048);
    }

    @Test
    void allElseGetsWhatItAsksFor() {
        assertThat(buffers.allocateAtLeast(2047).capacity()).isEqualTo(2047);
        assertThat(buffers.allocateAtLeast(4096).capacity()).isEqualTo(4096);
        assertThat(buffers.allocate(2048).capacity()).isEqualTo(2048);
    }

    @Test
    void aHeadThatNeedsMoreKeepsWhatIsInIt() {
        HeapBuffer head = buffers.allocateAtLeast(2048);
        head.put((byte) 'H');
        Buffer larger = buffers.reallocate(head, 10_000);

        assertThat(larger.capacity()).isGreaterThanOrEqualTo(10_000);
        assertThat(larger.get(0)).isEqualTo((byte) 'H');
    }
}
