package io.skillsdk.internal.conformance.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads answers from a connection: with a length, in chunks, or up to the connection's end. */
final class ReplyReader {

    /** More than any daemon may answer. */
    private static final int MOST = 64 << 20;

    private final InputStream in;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    Reply read(boolean withoutBody) throws IOException {
        String start = line();
        String[] parts = start.split(" ", 3);
        if (!start.startsWith("HTTP/1.") || parts.length < 2 || !parts[1].matches("\\d{3}")) {
            throw new IOException("what came is not an answer of HTTP/1.1: " + start);
        }
        int status = Integer.parseInt(parts[1]);
        Map<String, String> headers = headers();
        if (status / 100 == 1) {
            return read(withoutBody);
        }
        byte[] body = withoutBody || status == 204 || status == 304 ? new byte[0] : body(headers);
        return new Reply(status, parts.length < 3 ? "" : parts[2].strip(), headers, body);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("a header line has no colon: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? in.readNBytes(MOST) : exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.writeBytes(exactly(size));
            line();
        }
        headers();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(line().replaceFirst(";.*", "").strip(), 16);
    }

    private static int number(String digits, int radix) throws IOException {
        try {
            int number = Integer.parseInt(digits, radix);
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IOException("a length is not valid: " + digits);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection was closed after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException(
                        line.size() == 0
                                ? "the connection was closed without an answer"
                                : "the answer's head does not end");
            }
            if (line.size() > 64 << 10) {
                throw new IOException("a line of the answer's head is longer than 64 KiB");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
    }
}
