package io.skillsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodiesTest {

    private final RequestBodies bodies = new RequestBodies(new BodyLimit(10));

    private static HttpExchange exchange(String... namesAndValues) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return GivenExchange.of(headers, Map.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }

    private int status(String body, String... headers) {
        return catchThrowableOfType(
                        RefusedBodyException.class,
                        () -> bodies.read(exchange(headers), new ByteArrayInputStream(bytes(body))))
                .answer()
                .status();
    }

    @Test
    void aBodyIsReadToItsEndWhateverItsLengthWasBeforeAFilter() throws Exception {
        for (String length : List.of("3", "6", "9")) {
            assertThat(bodies.read(exchange("content-length", length), new ByteArrayInputStream(bytes("abcdef"))))
                    .isEqualTo(bytes("abcdef"));
        }
        assertThat(bodies.read(exchange(), new ByteArrayInputStream(bytes("0123456789"))))
                .hasSize(10);
        assertThat(bodies.read(exchange(), InputStream.nullInputStream())).isEmpty();
    }

    @Test
    void nothingIsReadBehindTheDeclaredLengthThatIsNotThere() throws Exception {
        InputStream waiting = new ByteArrayInputStream(bytes("abc")) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                if (length > 0 && available() == 0) {
                    throw new IllegalStateException("this would wait for a next request");
                }
                return super.read(to, from, length);
            }
        };
        assertThat(bodies.read(exchange("Content-Length", "3"), waiting)).isEqualTo(bytes("abc"));
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItSaysSoOrNot() {
        assertThat(status("0123456789a")).isEqualTo(413);
        assertThat(status("", "Content-Length", "11")).isEqualTo(413);
        assertThat(status("", "Content-Length", "9223372036854775807")).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,2", "99999999999999999999"})
    void aLengthThatIsNoneIsRefused(String length) {
        assertThat(status("", "Content-Length", length)).isEqualTo(400);
    }

    @Test
    void aBodyThatBreaksOffCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThat(catchThrowableOfType(RefusedBodyException.class, () -> bodies.read(exchange(), broken)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", " GZIP "})
    void gzipIsUncompressed(String encoding) throws Exception {
        assertThat(bodies.decode(gzip("{\"a\":1}"), exchange("Content-Encoding", encoding)))
                .isEqualTo(bytes("{\"a\":1}"));
    }

    @Test
    void whatARuntimeHasUncompressedAlreadyIsTakenAsItIs() throws Exception {
        assertThat(bodies.decode(bytes("{}"), exchange("Content-Encoding", "gzip")))
                .isEqualTo(bytes("{}"));
        assertThat(bodies.decode(new byte[0], exchange("Content-Encoding", "gzip")))
                .isEmpty();
    }

    @Test
    void theLimitHoldsAfterUncompressing() throws Exception {
        byte[] sent = gzip("a".repeat(11));
        assertThat(catchThrowableOfType(
                                RefusedBodyException.class,
                                () -> bodies.decode(sent, exchange("Content-Encoding", "gzip")))
                        .answer()
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "deflate"})
    void anotherEncodingIsRefused(String encoding) {
        assertThat(catchThrowableOfType(
                                RefusedBodyException.class,
                                () -> bodies.decode(bytes("{}"), exchange("Content-Encoding", encoding)))
                        .answer()
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, é, true",
        "application/json; charset=\"UTF8\", é, true",
        "application/json;CHARSET = utf-8, é, true",
        "application/json, é, true",
        "application/json; charset=iso-8859-1, e, true",
        "application/json; charset=iso-8859-1, é, false",
        "application/json; charset=utf-16, é, false",
        "application/json; x=1, é, true"
    })
    void onlyUtf8IsUnderstoodWhereItMatters(String type, String text, boolean taken) {
        RefusedBodyException refused = catchThrowableOfType(
                RefusedBodyException.class, () -> bodies.decode(bytes(text), exchange("Content-Type", type)));
        assertThat(refused == null).isEqualTo(taken);
    }
}
