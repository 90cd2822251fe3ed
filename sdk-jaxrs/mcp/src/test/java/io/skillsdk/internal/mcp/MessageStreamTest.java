package io.skillsdk.internal.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MessageStreamTest {

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private static final String NOTIFICATION =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}\n";

    private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aLineThatIsNotAMessageIsAnsweredAndTheNextOneIsRead() throws IOException {
        BufferedReader lines = reader(new MessageStream(out, Duration.ZERO), "junk\n\n[]\n" + LIST + "\n");
        assertThat(lines.readLine()).isEqualTo(LIST);
        assertThat(lines.readLine()).isNull();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"The line is not a message of JSON-RPC 2.0.\""));
    }

    @Test
    void aRequestWhoseParamsAreNotValidIsAnsweredByItsIdAndTheNextOneIsRead() throws IOException {
        String bad = "{\"jsonrpc\":\"2.0\",\"id\":\"x-1\",\"method\":\"tools/call\",\"params\":[1]}";
        BufferedReader lines = reader(new MessageStream(out, Duration.ZERO), bad + "\n" + LIST + "\n");
        assertThat(lines.readLine()).isEqualTo(LIST);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("\"id\":\"x-1\"", "-32602", "The params of tools/call are not valid.");
    }

    /** However the bytes of a stream come, and whatever lines are between them. */
    @Test
    void messagesPassAsTheyAreInTheirOrder() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream answered = new ByteArrayOutputStream();
            StringBuilder sent = new StringBuilder();
            List<String> messages = new ArrayList<>();
            int junk = 0;
            for (int i = random.nextInt(8); i > 0; i--) {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        String message = "{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"größe/😀\"}";
                        messages.add(message);
                        sent.append(message);
                    }
                    case 1 -> {
                        sent.append("not a message");
                        junk++;
                    }
                    default -> sent.append(random.nextBoolean() ? "" : "  ");
                }
                sent.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            InputStream passed = new MessageStream(answered, Duration.ZERO)
                    .reading(new ByteArrayInputStream(sent.toString().getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream got = new ByteArrayOutputStream();
            byte[] part = new byte[1 + random.nextInt(9)];
            for (int count = passed.read(part); count >= 0; count = passed.read(part)) {
                got.write(part, 0, count);
            }
            assertThat(got.toString(StandardCharsets.UTF_8).lines())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(messages);
            assertThat(answered.toString(StandardCharsets.UTF_8).lines().count())
                    .as("seed %d", seed)
                    .isEqualTo(junk);
        }
    }

    @Test
    void theInputEndsOnlyWhenItsRequestsAreAnswered() throws Exception {
        MessageStream stream = new MessageStream(out, Duration.ofMinutes(5));
        BufferedReader lines = reader(stream, LIST + "\n");
        lines.readLine();
        CompletableFuture<Boolean> end = CompletableFuture.supplyAsync(() -> {
            try {
                return lines.readLine() == null
                        && out.toString(StandardCharsets.UTF_8).equals(NOTIFICATION + ANSWER);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        OutputStream answers = stream.writing();
        answers.write(NOTIFICATION.getBytes(StandardCharsets.UTF_8)); // not what is waited for
        answers.write(ANSWER.getBytes(StandardCharsets.UTF_8));
        assertThat(end.get(60, TimeUnit.SECONDS)).isTrue();
        stream.awaitEnd();
    }

    private static BufferedReader reader(MessageStream stream, String sent) {
        return new BufferedReader(new InputStreamReader(
                stream.reading(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8));
    }
}
