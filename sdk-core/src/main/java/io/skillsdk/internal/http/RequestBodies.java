package io.skillsdk.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Reads bodies whole, up to a limit that holds before and after uncompressing. */
final class RequestBodies {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

    private final BodyLimit limit;

    RequestBodies(BodyLimit limit) {
        this.limit = limit;
    }

    byte[] read(HttpExchange exchange, InputStream body) throws RefusedBodyException {
        try {
            long length = declaredLength(exchange.header("Content-Length"));
            return length < 0 || exchange.hasWholeBody() ? readToEnd(body) : readDeclared(body, (int) length);
        } catch (IOException e) {
            throw RefusedBodyException.unreadable();
        }
    }

    /** Returns the JSON of a body as it was sent. */
    byte[] decode(byte[] sent, HttpExchange exchange) throws RefusedBodyException {
        byte[] body = uncompress(sent, exchange.header("Content-Encoding"));
        refuseOtherCharsets(exchange.header("Content-Type"), body);
        return body;
    }

    /** How much is to come, or -1. What is said to be too large is refused before it is read. */
    private long declaredLength(String header) throws RefusedBodyException {
        try {
            long length = header.isEmpty() ? -1 : Long.parseLong(header.trim());
            limit.check(length);
            return length;
        } catch (NumberFormatException e) {
            throw new RefusedBodyException(400, "The Content-Length is not a number.");
        }
    }

    /** Not all servers see the end of a body themselves. More than was declared is there where a filter has given another body. */
    private byte[] readDeclared(InputStream in, int length) throws IOException, RefusedBodyException {
        byte[] body = in.readNBytes(length);
        if (body.length < length || in.available() == 0) {
            return body;
        }
        return readToEnd(new SequenceInputStream(new ByteArrayInputStream(body), in));
    }

    private byte[] readToEnd(InputStream in) throws IOException, RefusedBodyException {
        byte[] body = in.readNBytes(limit.bytes());
        if (body.length == limit.bytes() && in.read() >= 0) {
            limit.check(body.length + 1L);
        }
        return body;
    }

    byte[] uncompress(byte[] body, String encoding) throws RefusedBodyException {
        if (encoding.isEmpty()) {
            return body;
        }
        switch (encoding.trim().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> {
                return body;
            }
            case "gzip", "x-gzip" -> {
                // a runtime may have uncompressed the body and left the header; JSON never starts like this
                return Gunzip.isGzip(body) ? gunzip(body) : body;
            }
            default ->
                throw new RefusedBodyException(
                        415, "The Content-Encoding " + encoding + " is not understood. Send gzip, or none.");
        }
    }

    private byte[] gunzip(byte[] body) throws RefusedBodyException {
        try {
            return Gunzip.of(body, limit);
        } catch (ZipException e) {
            throw RefusedBodyException.closing(
                    400, "The body is not valid gzip, although its Content-Encoding is gzip.");
        }
    }

    /** Text in ASCII is the same in all charsets that anybody declares. */
    private static void refuseOtherCharsets(String contentType, byte[] body) throws RefusedBodyException {
        if (contentType.indexOf('=') < 0) {
            return;
        }
        Matcher charset = CHARSET.matcher(contentType);
        if (charset.find() && !isUtf8(charset.group(1)) && !isAscii(body)) {
            throw new RefusedBodyException(
                    415, "The charset " + charset.group(1) + " is not understood. Send JSON in UTF-8.");
        }
    }

    private static boolean isUtf8(String charset) {
        return charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("utf8");
    }

    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
