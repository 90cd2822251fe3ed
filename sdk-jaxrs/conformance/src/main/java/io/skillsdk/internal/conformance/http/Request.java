package io.skillsdk.internal.conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as the platform sends it, unless it is told otherwise.
 *
 * @param headers lines such as {@code Accept: text/html}, beside those of every request
 * @param body the body, or null for none
 * @param length what Content-Length says, or null for the length of the body
 */
public record Request(
        String method,
        String target,
        List<String> headers,
        @Nullable String body,
        @Nullable Integer length) {

    public static Request post(String target, String body) {
        return new Request("POST", target, List.of(), body, null);
    }

    public Request method(String other) {
        return new Request(other, target, headers, body, length);
    }

    public Request target(String other) {
        return new Request(method, other, headers, body, length);
    }

    public Request header(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new Request(method, target, more, body, length);
    }

    public Request length(int other) {
        return new Request(method, target, headers, body, other);
    }

    public Request withoutBody() {
        return new Request(method, target, headers, null, null);
    }

    byte[] head(String host) {
        StringBuilder head = new StringBuilder()
                .append(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\n")
                .append("Host: ")
                .append(host)
                .append("\r\n")
                .append("User-Agent: got (https://github.com/sindresorhus/got)\r\n");
        if (body != null) {
            if (headers.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))) {
                head.append("Content-Type: application/json\r\n");
            }
            head.append("Content-Length: ")
                    .append(length == null ? content().length : length)
                    .append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of the body. */
    public byte[] content() {
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }
}
