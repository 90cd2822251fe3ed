package io.skillsdk.internal.fabric.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Objects as JSON lines, written as they are read. */
public final class JsonLinesStream extends InputStream {

    private final Stream<?> values;

    private final Iterator<?> left;

    private byte[] line = new byte[0];

    private int next;

    /** Makes a stream; the values are asked for one by one. */
    public JsonLinesStream(Stream<?> values) {
        this.values = values;
        this.left = values.iterator();
    }

    /** An object as JSON in UTF-8. */
    public static byte[] write(@Nullable Object value) {
        try {
            return FabricJson.MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw JsonDocument.unwritable(value);
        }
    }

    @Override
    public int read() {
        return fill() ? line[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int written = 0;
        while (written < length && fill()) {
            int part = Math.min(length - written, line.length - next);
            System.arraycopy(line, next, target, offset + written, part);
            next += part;
            written += part;
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    private boolean fill() {
        while (next == line.length) {
            if (!left.hasNext()) {
                return false;
            }
            byte[] json = write(left.next());
            line = new byte[json.length + 1];
            System.arraycopy(json, 0, line, 0, json.length);
            line[json.length] = '\n';
            next = 0;
        }
        return true;
    }

    @Override
    public void close() {
        values.close();
    }
}
