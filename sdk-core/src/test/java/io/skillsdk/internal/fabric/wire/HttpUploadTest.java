package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.ContentBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void aBodyOfAnotherLengthThanAnnouncedIsNotSentAsIfItWereWhole(@TempDir Path folder) throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, "{}"))) {
            for (int announced : new int[] {0, 1, 9, 11, 100_000}) {
                PlatformRequest request =
                        request("POST", server).with(ContentBody.of(new ByteArrayInputStream(new byte[10]), announced));
                assertThatThrownBy(() -> CLIENT.send(CALLER, request, new JsonAnswers(100).of(request)))
                        .as("%d announced", announced)
                        .isInstanceOf(UncheckedIOException.class)
                        .hasRootCauseMessage("The body has " + (announced < 10 ? "more than " + announced : "only 10")
                                + " bytes, and " + announced + " were announced.");
            }
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request.body().length)
                            .isLessThan(Integer.parseInt(request.header("content-length"))));
            server.requests().clear();
            // a file that has grown since is sent as it is now, also when it was empty
            Path file = Files.createFile(folder.resolve("grows"));
            ContentBody body = ContentBody.of(file);
            Files.writeString(file, "now");
            PlatformRequest request = request("POST", server).with(body);
            CLIENT.send(CALLER, request, new JsonAnswers(100).of(request));
            assertThat(server.requests().get(0).text()).isEqualTo("now");
        }
    }
}
