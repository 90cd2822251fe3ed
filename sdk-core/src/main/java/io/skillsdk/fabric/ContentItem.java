package io.skillsdk.fabric;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry of managed content.
 *
 * @param key its key
 * @param size its bytes, or -1 when the platform does not say
 * @param contentType its media type, {@code ""} when the platform does not say
 * @param etag changes when the file does; empty when the platform does not say
 * @param lastModified when it was written; empty when the platform does not say
 */
public record ContentItem(
        String key, long size, String contentType, Optional<String> etag, Optional<Instant> lastModified) {

    /**
     * Makes an item; nothing in it may be null.
     *
     * @param key its key
     * @param size its size in bytes
     * @param contentType its media type
     * @param etag its ETag, or empty
     * @param lastModified when it was written, or empty
     */
    public ContentItem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(lastModified, "lastModified");
    }
}
