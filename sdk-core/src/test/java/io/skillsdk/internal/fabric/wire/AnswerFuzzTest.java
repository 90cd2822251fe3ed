package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever a platform answers, a call ends with a value or with the one exception, lets go of the answer, and shows no token. */
class AnswerFuzzTest {

    private static final String TOKEN = "t0ken.LEAK.x";

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"message\":",
            "\"error\":",
            "\"details\":",
            "\"success\":",
            "false",
            "true",
            "null",
            "1e999",
            "-1",
            "\"" + TOKEN + "\"",
            TOKEN,
            "\\",
            "\\u00",
            "<html>",
            " ",
            "\n",
            "\u0000",
            "é😀",
            "{}",
            "[]",
            "{\"message\":\"no\"}",
            "[[[[[[[[",
            "\uFEFF");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "text/plain",
            "text/html",
            "TEXT/HTML;x",
            ";",
            "",
            "é");

    /** A body that may break, and knows how often it was closed. */
    private static final class Body extends ByteArrayInputStream {
        private final int breaksAt;
        private final AtomicInteger closed = new AtomicInteger();

        Body(byte[] bytes, int breaksAt) {
            super(bytes);
            this.breaksAt = breaksAt;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            if (breaksAt >= 0 && pos >= breaksAt) {
                throw new IllegalStateException("not reached: see read below");
            }
            return super.read(target, offset, length);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    /** The same as a stream of an answer is: what breaks is an {@link IOException}. */
    private static InputStream wire(Body body) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                try {
                    return body.read(target, offset, Math.min(length, 3));
                } catch (IllegalStateException e) {
                    throw new WireFault(WireFault.Kind.CUT, "broke", null);
                }
            }

            @Override
            public void close() {
                body.close();
            }
        };
    }

    private static byte[] body(Random random) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = random.nextInt(9); i > 0; i--) {
            body.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        }
        if (random.nextInt(10) == 0) {
            body.write(random.nextInt(256));
        }
        return body.toByteArray();
    }

    private static WireAnswer answer(Random random, Body body) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            headers.put("content-type", TYPES.get(random.nextInt(TYPES.size())));
        }
        if (random.nextInt(3) == 0) {
            headers.put(
                    "content-length",
                    List.of("0", "5", "-3", "x", "99999999999999999999").get(random.nextInt(5)));
        }
        if (random.nextInt(8) == 0) {
            headers.put("x-auth-error", "expired " + TOKEN);
        }
        if (random.nextInt(4) == 0) {
            headers.put("retry-after", List.of("0", "soon", "").get(random.nextInt(3)));
        }
        int status = List.of(200, 200, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 409, 413, 429, 500, 503, 999)
                .get(random.nextInt(18));
        return new WireAnswer(status, headers, wire(body));
    }

    @Test
    void eachEndsInAValueOrInTheOneException() {
        int values = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            Body body = new Body(body(random), random.nextInt(6) == 0 ? random.nextInt(9) : -1);
            WireAnswer answer = answer(random, body);
            String method = List.of("GET", "POST", "DELETE", "HEAD").get(random.nextInt(4));
            PlatformRequest plain = PlatformRequest.of(method, "http://h/x", "the thing");
            PlatformRequest request = random.nextBoolean() ? plain : plain.withSecrets();
            PlatformClient client = new PlatformClient(() -> (sent, budget) -> answer, new Retries(0));
            JsonAnswers answers = new JsonAnswers(64);
            try {
                switch (random.nextInt(3)) {
                    case 0 -> client.send(new PatientCaller(TOKEN), request, answers.of(request));
                    case 1 -> client.send(new PatientCaller(TOKEN), request, answers.successful(request));
                    default -> client.delete(new PatientCaller(TOKEN), request);
                }
                values++;
            } catch (FabricException e) {
                assertThat(e.getMessage())
                        .as("seed %d", seed)
                        .doesNotContain("LEAK")
                        .doesNotContain("\n");
                assertThat(e.detail().length()).as("seed %d", seed).isLessThanOrEqualTo(500);
                assertThat(e.reason()).as("seed %d", seed).isNotIn(Reason.TIMED_OUT, Reason.INTERRUPTED);
            }
            assertThat(body.closed.get()).as("seed %d: closed", seed).isPositive();
        }
        assertThat(values).isGreaterThan(1000);
    }
}
