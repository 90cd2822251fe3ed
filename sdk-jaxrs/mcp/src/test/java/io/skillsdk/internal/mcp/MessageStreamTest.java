package io.skillsdk.internal.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
