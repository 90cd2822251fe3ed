package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Lines of messages in, lines of messages out. The library's reader gives up at the first line that is not a message, and at the end
 * of the input it drops the answers that are still to come. So such a line is answered here, and the end is held back until each
 * request has its answer.
 */
final class MessageStream {

    private static final String NOT_A_MESSAGE = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,"
            + "\"message\":\"The line is not a message of JSON-RPC 2.0.\"}}\n";

    private final OutputStream out;

    private final Duration patience;

    private int unanswered;

    private boolean ended;

    /** @param patience how long answers are waited for once the input has ended */
    MessageStream(OutputStream out, Duration patience) {
        this.out = out;
        this.patience = patience;
    }

    /** The messages of an input, and nothing else of it. */
    InputStream reading(InputStream in) {
        return new Messages(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    }

    /** Where answers are written, one a line. */
    OutputStream writing() {
        return new Answers();
    }

    /** Waits until the input has been read to its end and its requests are answered. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!ended) {
            wait();
        }
    }

    private synchronized boolean accepts(String line) throws IOException {
        try {
            McpSchema.JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(McpJsonDefaults.getMapper(), line);
            if (message instanceof McpSchema.JSONRPCRequest request) {
                if (!CallParameters.areValid(request)) {
                    refuse(request);
                    return false;
                }
                unanswered++;
            }
            return true;
        } catch (IOException | RuntimeException e) {
            write(NOT_A_MESSAGE.getBytes(StandardCharsets.UTF_8));
            return false;
        }
    }

    private void refuse(McpSchema.JSONRPCRequest request) throws IOException {
        byte[] refused = McpJsonDefaults.getMapper().writeValueAsBytes(CallParameters.refused(request));
        byte[] line = Arrays.copyOf(refused, refused.length + 1);
        line[refused.length] = '\n';
        write(line);
    }

    /** A line goes out, which may be a notification, and no answer. */
    private synchronized void goesOut(byte[] line) throws IOException {
        write(line);
        if (isAnswer(line)) {
            unanswered--;
            notifyAll();
        }
    }

    private static boolean isAnswer(byte[] line) {
        try {
            return McpSchema.deserializeJsonRpcMessage(
                            McpJsonDefaults.getMapper(), new String(line, StandardCharsets.UTF_8))
                    instanceof McpSchema.JSONRPCResponse;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        out.flush();
    }

    private synchronized void end() {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); !ended && unanswered > 0 && left > 0; ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
        notifyAll();
    }

    private final class Messages extends InputStream {

        private final BufferedReader lines;

        private byte[] line = {};

        private int next;

        Messages(BufferedReader lines) {
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            return hasNext() ? line[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!hasNext()) {
                return -1;
            }
            int count = Math.min(length, line.length - next);
            System.arraycopy(line, next, bytes, offset, count);
            next += count;
            return count;
        }

        private boolean hasNext() throws IOException {
            while (next == line.length) {
                String read = lines.readLine();
                if (read == null) {
                    end();
                    return false;
                }
                if (!read.isBlank() && accepts(read)) {
                    line = (read + "\n").getBytes(StandardCharsets.UTF_8);
                    next = 0;
                }
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            end();
            lines.close();
        }
    }

    private final class Answers extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) throws IOException {
            line.write(b);
            if (b == '\n') {
                goesOut(line.toByteArray());
                line.reset();
            }
        }
    }
}
