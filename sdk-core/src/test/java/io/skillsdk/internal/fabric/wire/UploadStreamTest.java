package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A body is sent as it was announced, or not at all. */
class UploadStreamTest {

    @Test
    void exactlyTheAnnouncedBytesPassHoweverTheyAreRead() throws IOException {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            long announced = random.nextInt(4) == 0 ? -1 : Math.max(0, bytes.length + random.nextInt(3) - 1);
            UploadStream stream = new UploadStream(new ByteArrayInputStream(bytes), announced);
            byte[] got = new byte[100];
            int length = 0;
            IOException refused = null;
            try {
                for (int part = 0; part >= 0; ) {
                    if (random.nextBoolean()) {
                        int one = stream.read();
                        part = one < 0 ? -1 : 1;
                        got[length] = (byte) one;
                    } else {
                        part = stream.read(got, length, random.nextInt(10));
                    }
                    length += Math.max(0, part);
                }
            } catch (IOException e) {
                refused = e;
            }
            if (announced < 0 || announced == bytes.length) {
                assertThat(refused).as("seed %d", seed).isNull();
                assertThat(Arrays.copyOf(got, length)).as("seed %d", seed).isEqualTo(bytes);
                assertThat(stream.sent()).as("seed %d", seed).isEqualTo(bytes.length);
                assertThat(stream.failure()).as("seed %d", seed).isNull();
            } else {
                assertThat(refused)
                        .as("seed %d", seed)
                        .hasMessageContaining("bytes, and " + announced + " were announced.");
                assertThat(stream.failure()).as("seed %d", seed).isSameAs(refused);
            }
        }
    }

    @Test
    void whatItsSourceThrowsIsKept() {
        for (Exception thrown : new Exception[] {new IOException("disk"), new IllegalStateException("rows")}) {
            UploadStream stream = new UploadStream(
                    new InputStream() {
                        @Override
                        public int read() throws IOException {
                            if (thrown instanceof IOException io) {
                                throw io;
                            }
                            throw (RuntimeException) thrown;
                        }
                    },
                    -1);
            assertThatThrownBy(stream::read).isSameAs(thrown);
            assertThat(stream.failure()).isSameAs(thrown);
        }
    }

    @Test
    void itsSourceIsClosedOnceHoweverOftenItIsClosed() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        UploadStream stream = new UploadStream(
                new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                },
                -1);
        stream.close();
        stream.close();
        assertThat(closed).hasValue(1);
    }
}
