package io.skillsdk.fabric;

import java.time.Instant;
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
        String key, long size, String contentType, Optional<String> etag, Optional<Instant> lastModified) {}
