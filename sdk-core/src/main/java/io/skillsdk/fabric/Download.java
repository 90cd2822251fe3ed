package io.skillsdk.fabric;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.json.JsonLinesReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file or artifact as it comes from the platform. It is read once, by one of its methods, and closed: use it in a
 * try-with-resources. Reading ends within the deadline of the call, also when the platform falls silent.
 */
public final class Download implements AutoCloseable {

    private final String name;

    private final String contentType;

    private final long length;

    private final Optional<String> etag;

    private final BufferedInputStream stream;

    /**
     * Makes a download; public for tests of what takes one.
     *
     * @param name what it is, for messages, such as {@code the artifact 'model'}
     * @param contentType its media type, {@code ""} when it is not known
     * @param length its bytes, -1 when that is not known
     * @param etag its ETag, if there is one
     * @param stream its bytes
     */
    public Download(String name, String contentType, long length, Optional<String> etag, InputStream stream) {
        this.name = Objects.requireNonNull(name, "name");
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.length = length;
        this.etag = Objects.requireNonNull(etag, "etag");
        this.stream = new BufferedInputStream(Objects.requireNonNull(stream, "stream"), 1 << 14);
    }

    /**
     * Returns its media type.
     *
     * @return the media type, {@code ""} when the platform does not say
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns how many bytes it has.
     *
     * @return the bytes, -1 when the platform does not say
     */
    public long length() {
        return length;
    }

    /**
     * Returns what changes when the file does.
     *
     * @return the ETag, or empty
     */
    public Optional<String> etag() {
        return etag;
    }

    /**
     * Returns the bytes as they arrive.
     *
     * @return the stream; its methods throw a {@link FabricException} when the platform falls silent or breaks off
     */
    public InputStream stream() {
        return stream;
    }

    /**
     * Copies it to a file. The file appears whole or not at all: it is written beside its place, and moved there.
     *
     * @param file the file, replaced when there is one
     * @return the bytes written
     * @throws UncheckedIOException when the file cannot be written
     */
    public long copyTo(Path file) {
        Path target = Objects.requireNonNull(file, "file").toAbsolutePath();
        try {
            if (Files.isDirectory(target)) {
                throw new FileAlreadyExistsException(target.toString(), null, "it is a folder");
            }
            // a name of its own: with the file's, it could be longer than the system allows
            Path part = Files.createTempFile(target.getParent(), ".", ".part");
            try {
                long bytes = Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                return bytes;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * Reads it as bytes.
     *
     * @param most the most bytes it may have
     * @return the bytes
     * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when it has more
     */
    public byte[] bytes(int most) {
        try {
            byte[] bytes = stream.readNBytes(most);
            if (bytes.length == most && stream.read() >= 0) {
                throw unreadable("it has more than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /**
     * Reads it as text in UTF-8.
     *
     * @param mostBytes the most bytes it may have
     * @return the text
     * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when it has more
     */
    public String text(int mostBytes) {
        return new String(bytes(mostBytes), StandardCharsets.UTF_8);
    }

    /**
     * Reads it as JSON.
     *
     * @param <T> the object's type
     * @param type what it is read as
     * @return the object
     * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when it is no JSON or does not fit
     */
    public <T> T json(Class<T> type) {
        Objects.requireNonNull(type, "type");
        try {
            return JsonDocument.read(stream, name).as(type, name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /**
     * Reads it as JSON lines, one by one as the stream is read.
     *
     * @param <T> the type of a line
     * @param type what each line is read as; empty lines are skipped
     * @return the lines; a line that does not fit is a {@link FabricException} that names its number
     */
    public <T> Stream<T> lines(Class<T> type) {
        return JsonLinesReader.read(stream, Objects.requireNonNull(type, "type"), name);
    }

    /** Ends the download. What has not been read is not fetched. */
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // there is nothing to save: the bytes were read or are not wanted
            return;
        }
    }

    String name() {
        return name;
    }

    /** The first bytes, which can be read again. */
    byte[] peek(int most) {
        try {
            stream.mark(most);
            byte[] first = stream.readNBytes(most);
            stream.reset();
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private FabricException unreadable(String detail) {
        return new FabricException(FabricException.Reason.UNREADABLE_ANSWER, 0, name, detail);
    }

    @Override
    public String toString() {
        return "Download[" + name + ", type=" + contentType + ", length=" + length + "]";
    }
}
