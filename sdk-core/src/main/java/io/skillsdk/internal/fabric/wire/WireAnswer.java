package io.skillsdk.internal.fabric.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body is still to be read.
 *
 * @param status its HTTP status
 * @param headers its headers, names in lower case
 * @param body its body; reading it throws a {@link WireFault} when it stalls or breaks off
 */
public record WireAnswer(int status, Map<String, String> headers, InputStream body) {

    private static final int SHORT = 16 * 1024;

    /** A header, by its name in lower case. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The media type in lower case, without parameters; {@code ""} when there is none. */
    public String mediaType() {
        String type = headers.getOrDefault("content-type", "");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** The length of the body, or -1. */
    public long length() {
        try {
            return Long.parseLong(headers.getOrDefault("content-length", "-1").strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Ends it. What is left of a short body is read, so that its connection can be used again; a long one is not fetched. */
    public void discard() {
        try (InputStream rest = body) {
            if (length() >= 0 && length() <= SHORT) {
                rest.readNBytes(SHORT + 1);
            }
        } catch (IOException e) {
            // the rest is not wanted
            return;
        }
    }

    /** Ends the answer to a HEAD, whose length is that of a body which does not come. */
    public void discardHead() {
        try (InputStream none = body) {
            none.readNBytes(1);
        } catch (IOException e) {
            // the head was all there is
            return;
        }
    }

    @Override
    public String toString() {
        return "WireAnswer[" + status + "]";
    }
}
