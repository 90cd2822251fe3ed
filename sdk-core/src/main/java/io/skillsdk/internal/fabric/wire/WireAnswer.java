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

    /** Ends it: what is left of the body is not fetched. */
    public void discard() {
        try {
            body.close();
        } catch (IOException e) {
            // nobody wants the rest
            return;
        }
    }

    @Override
    public String toString() {
        return "WireAnswer[" + status + "]";
    }
}
