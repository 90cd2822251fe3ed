package io.skillsdk.internal.daemon.http;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.util.ByteChunk;
import org.glassfish.grizzly.http.util.DataChunk;

/** The text of a header, as Grizzly tells it, but made in one step: Grizzly decodes through a buffer of characters. */
public final class HeaderText {

    private HeaderText() {}

    /** Returns the text; empty when there is none. */
    public static String of(DataChunk value) {
        if (value.getType() != DataChunk.Type.Bytes) {
            String text = value.toString();
            return text == null ? "" : text;
        }
        ByteChunk bytes = value.getByteChunk();
        return new String(bytes.getBuffer(), bytes.getStart(), bytes.getLength(), StandardCharsets.ISO_8859_1);
    }
}
