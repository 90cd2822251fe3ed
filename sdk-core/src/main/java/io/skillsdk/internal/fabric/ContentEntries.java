package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.ContentItem;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads entries of managed content. Their names are in upper or in lower camel case (fabric-api). */
final class ContentEntries {

    private ContentEntries() {}

    /** The entry in a list or in the answer to an upload. */
    static ContentItem of(JsonDocument entry, String key) {
        String given = entry.getAnyCase("key").text();
        JsonDocument size = entry.getAnyCase("size");
        long bytes = size.isAbsent() ? entry.getAnyCase("contentLength").wholeNumber(-1) : size.wholeNumber(-1);
        return new ContentItem(
                given.isEmpty() ? key : given,
                bytes,
                entry.getAnyCase("contentType").text(),
                Optional.of(entry.getAnyCase("etag").text()).filter(text -> !text.isEmpty()),
                time(entry.getAnyCase("lastModified")));
    }

    /** The entry in the headers of an answer. */
    static ContentItem of(WireAnswer answer, String key) {
        return new ContentItem(
                key,
                answer.length(),
                Optional.ofNullable(answer.header("content-type")).orElse(""),
                Optional.ofNullable(answer.header("etag")),
                time(JsonDocument.of(answer.header("last-modified"))));
    }

    /** A time in ISO form, as a header has it, or in milliseconds. */
    static Optional<Instant> time(JsonDocument time) {
        if (time.isNumber()) {
            return Optional.of(Instant.ofEpochMilli(time.wholeNumber(0)));
        }
        String text = time.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // not the ISO form
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
