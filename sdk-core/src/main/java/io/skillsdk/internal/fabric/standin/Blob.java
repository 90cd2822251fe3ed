package io.skillsdk.internal.fabric.standin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A file of the stand-in: in memory, or still on the disk it came from. */
public final class Blob {

    private final byte @Nullable [] bytes;

    private final @Nullable Path file;

    private final String contentType;

    private final Instant lastModified;

    private Blob(byte @Nullable [] bytes, @Nullable Path file, String contentType, Instant lastModified) {
        this.bytes = bytes;
        this.file = file;
        this.contentType = contentType;
        this.lastModified = lastModified;
    }

    /** A file in memory. */
    public static Blob of(byte[] bytes, String contentType, Instant now) {
        return new Blob(bytes.clone(), null, contentType, now);
    }

    /** A file on disk, read when it is asked for. */
    public static Blob of(Path file, String contentType) throws IOException {
        return new Blob(null, file, contentType, Files.getLastModifiedTime(file).toInstant());
    }

    /** Its media type. */
    public String contentType() {
        return contentType;
    }

    /** When it was written. */
    public Instant lastModified() {
        return lastModified;
    }

    /** How many bytes it has. */
    public long size() throws IOException {
        return bytes != null ? bytes.length : file == null ? 0 : Files.size(file);
    }

    /** Its bytes. */
    public InputStream open() throws IOException {
        return bytes != null
                ? new ByteArrayInputStream(bytes)
                : file == null ? InputStream.nullInputStream() : Files.newInputStream(file);
    }

    /** Changes when it does. */
    public String etag() throws IOException {
        if (bytes == null) {
            return "\"" + Long.toHexString(size()) + "-" + Long.toHexString(lastModified.toEpochMilli()) + "\"";
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"";
    }
}
