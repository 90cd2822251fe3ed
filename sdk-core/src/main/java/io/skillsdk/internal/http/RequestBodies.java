package io.skillsdk.internal.http;

import java.io.IOException;
import java.io.InputStream;
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
            refuseDeclaredLength(exchange.header("Content-Length"));
            return readWhole(body);
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

    /** Refuses what is said to be too large before it is read. How much comes is not told by it: a filter may have given another body. */
    private void refuseDeclaredLength(String header) throws RefusedBodyException {
        try {
            limit.check(header.isEmpty() ? -1 : Long.parseLong(header.trim()));
        } catch (NumberFormatException e) {
            throw new RefusedBodyException(400, "The Content-Length is not a number.");
        }
    }

    private byte[] readWhole(InputStream in) throws IOException, RefusedBodyException {
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
