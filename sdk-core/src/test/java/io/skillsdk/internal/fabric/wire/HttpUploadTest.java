package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.ContentBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out is what was announced, or nothing. */
@Timeout(60)
class HttpUploadTest {

    private static final HttpWire WIRE = new HttpWire(Duration.ofSeconds(20));

    private static final PlatformClient CLIENT = new PlatformClient(() -> WIRE, new Retries(0));

    private static final Caller CALLER = new PatientCaller("t");

    private static PlatformRequest request(String method, RawServer server) {
        return PlatformRequest.of(method, server.url() + "/fabric/v4/x", "the thing");
    }

    /** Counts how often it was closed. */
    private static final class Source extends InputStream {
        private final int good;
        private int given;
        private final AtomicInteger closed = new AtomicInteger();

        Source(int good) {
            this.good = good;
        }

        @Override
        public int read() throws IOException {
            if (given == good) {
                throw new IOException("the disk is gone");
            }
            given++;
            return 'x';
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 16_384, 200_000})
    void anUploadWhoseSourceFailsHalfWayIsTheSourcesFailure(int good) throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, "{}"))) {
            for (long length : new long[] {-1, 300_000}) {
                Source source = new Source(good);
                PlatformRequest request = request("POST", server).with(ContentBody.of(source, length));
                assertThatThrownBy(() -> CLIENT.send(CALLER, request, new JsonAnswers(100).of(request)))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessage("Cannot read the body of the thing.")
                        .hasRootCauseMessage("the disk is gone");
                assertThat(source.closed).hasValue(1);
            }
        }
    }
}
