package io.skillsdk.fabric;

import io.skillsdk.internal.fabric.json.JsonLinesStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is uploaded, read as it is sent. One that can be read again may be sent again when a connection breaks; one that
 * cannot is sent once.
 */
public final class ContentBody {

    /** Where the bytes come from. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private static final String BYTES = "application/octet-stream";

    private final Source source;

    private final long length;

    private final boolean repeatable;

    private final String contentType;

    private ContentBody(Source source, long length, boolean repeatable, String contentType) {
        this.source = source;
        this.length = length;
        this.repeatable = repeatable;
        this.contentType = contentType;
    }

    /**
     * Returns bytes as a body of type {@code application/octet-stream}.
     *
     * @param bytes the bytes; do not change them before they are sent
     * @return the body
     */
    public static ContentBody of(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new ContentBody(() -> new ByteArrayInputStream(bytes), bytes.length, true, BYTES);
    }

    /**
     * Returns text in UTF-8 as a body of type {@code text/plain; charset=utf-8}.
     *
     * @param text the text
     * @return the body
     */
    public static ContentBody of(String text) {
        return of(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8))
                .as("text/plain; charset=utf-8");
    }

    /**
     * Returns a file as a body of type {@code application/octet-stream}.
     *
     * @param file the file
     * @return the body
     * @throws UncheckedIOException when the file cannot be read
     */
    public static ContentBody of(Path file) {
        Objects.requireNonNull(file, "file");
        try {
            return new ContentBody(() -> Files.newInputStream(file), Files.size(file), true, BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /**
     * Returns a stream that can be opened again as a body of type {@code application/octet-stream}.
     *
     * @param stream gives a new stream with the same bytes each time; it is closed after it was read
     * @return the body
     */
    public static ContentBody of(Supplier<? extends InputStream> stream) {
        return new ContentBody(Objects.requireNonNull(stream, "stream")::get, -1, true, BYTES);
    }

    /**
     * Returns a stream that can be read once as a body of type {@code application/octet-stream}.
     *
     * @param stream the stream; it is closed after it was read
     * @param length its bytes, or -1 when it is not known
     * @return the body
     */
    public static ContentBody of(InputStream stream, long length) {
        Objects.requireNonNull(stream, "stream");
        return new ContentBody(() -> stream, length < 0 ? -1 : length, false, BYTES);
    }

    /**
     * Returns an object as JSON, of type {@code application/json}.
     *
     * @param value any object that can be written as JSON
     * @return the body
     */
    public static ContentBody json(Object value) {
        return of(JsonLinesStream.write(Objects.requireNonNull(value, "value"))).as("application/json");
    }

    /**
     * Returns objects as JSON lines, of type {@code application/jsonl}. They are written as they are sent, and never held all at
     * once.
     *
     * @param values objects that can be written as JSON; the stream is closed after it was read
     * @return the body
     */
    public static ContentBody jsonLines(Stream<?> values) {
        Objects.requireNonNull(values, "values");
        return new ContentBody(() -> new JsonLinesStream(values), -1, false, "application/jsonl");
    }

    /**
     * Returns the same body with another media type.
     *
     * @param type the media type, such as {@code text/csv}
     * @return the body
     * @throws IllegalArgumentException when a header cannot carry it
     */
    public ContentBody as(String type) {
        if (Objects.requireNonNull(type, "type").isBlank() || !type.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("A media type must be visible ASCII, such as text/csv.");
        }
        return new ContentBody(source, length, repeatable, type);
    }

    /**
     * Returns the media type.
     *
     * @return the media type
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns how many bytes it has.
     *
     * @return the bytes, or -1 when that is not known before it was read
     */
    public long length() {
        return length;
    }

    /**
     * Tells whether it can be opened again.
     *
     * @return true when it can
     */
    public boolean isRepeatable() {
        return repeatable;
    }

    /**
     * Opens it.
     *
     * @return the bytes; close it
     * @throws IOException when it cannot be opened
     */
    public InputStream open() throws IOException {
        return source.open();
    }
}
