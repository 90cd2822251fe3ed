package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Content;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.ContentItem;
import io.skillsdk.fabric.Download;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Managed content over the wire. */
record PlatformContent(ProjectCalls calls) implements Content {

    @Override
    public ContentItem upload(String key, ContentBody body) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(body, "body");
        PlatformRequest request = PlatformRequest.of("POST", url(key), words(key))
                .with(body)
                .repeatable(true)
                .within(PlatformRequest.Time.TRANSFER);
        JsonDocument answer = calls.json(request);
        ContentItem entry = ContentEntries.of(answer, plain(key));
        // what the platform does not say is what was sent
        return new ContentItem(
                entry.key(),
                entry.size() >= 0 ? entry.size() : body.length(),
                entry.contentType().isEmpty() ? body.contentType() : entry.contentType(),
                entry.etag(),
                entry.lastModified());
    }

    @Override
    public List<ContentItem> uploadAll(Path folder, String prefix) {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(prefix, "prefix");
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
        String begin = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        List<ContentItem> items = new ArrayList<>();
        for (Path file : files) {
            // not the system's separator: a key has slashes on every system
            String key = StreamSupport.stream(folder.relativize(file).spliterator(), false)
                    .map(Path::toString)
                    .collect(Collectors.joining("/"));
            items.add(upload(begin + key, ContentBody.of(file)));
        }
        return items;
    }

    @Override
    public Download download(String key) {
        Objects.requireNonNull(key, "key");
        return calls.download(PlatformRequest.of("GET", url(key), words(key)), words(key), () -> check(key));
    }

    @Override
    public Optional<Download> find(String key) {
        Objects.requireNonNull(key, "key");
        return ProjectCalls.orEmpty(() -> Optional.of(download(key)));
    }

    @Override
    public Optional<ContentItem> head(String key) {
        Objects.requireNonNull(key, "key");
        PlatformRequest request = PlatformRequest.of("HEAD", url(key), words(key));
        return ProjectCalls.orEmpty(() -> {
            ContentItem item = calls.send(request, (answer, token) -> {
                answer.discardHead();
                return ContentEntries.of(answer, plain(key));
            });
            // a HEAD has no body that would tell a file of HTML from a page that asks to log in
            if (item.contentType().contains("html") && item.etag().isEmpty()) {
                check(key);
            }
            return Optional.of(item);
        });
    }

    @Override
    public boolean exists(String key) {
        Objects.requireNonNull(key, "key");
        return head(key).isPresent();
    }

    @Override
    public boolean delete(String key) {
        Objects.requireNonNull(key, "key");
        return calls.delete(PlatformRequest.of("DELETE", url(key), words(key)));
    }

    @Override
    public Stream<ContentItem> list(String prefix) {
        Objects.requireNonNull(prefix, "prefix");
        String begin = plain(prefix);
        String filter = begin.isEmpty() ? "" : "filter=" + UrlText.query(begin, calls.words("content")) + "&";
        return Pages.stream(
                        (limit, skip) -> page(filter + "limit=" + limit + (skip == 0 ? "" : "&skip=" + skip)),
                        ContentItem::key)
                .filter(item -> item.key().startsWith(begin));
    }

    private List<ContentItem> page(String query) {
        JsonDocument answer =
                calls.json(PlatformRequest.of("GET", calls.url("content?" + query), calls.words("content")));
        JsonDocument entries = answer.isObject() ? answer.get("content") : answer;
        return entries.elements().stream()
                .map(entry -> ContentEntries.of(entry, ""))
                .toList();
    }

    /** Asks for JSON about a key, which fails when a page asks to log in. */
    private void check(String key) {
        String filter = UrlText.query(plain(key), words(key));
        calls.json(PlatformRequest.of("GET", calls.url("content?filter=" + filter + "&limit=1"), words(key)));
    }

    private static String plain(String key) {
        String plain = key;
        while (plain.startsWith("/")) {
            plain = plain.substring(1);
        }
        return plain;
    }

    private String url(String key) {
        return calls.url("content/" + UrlText.path(key, words(key)));
    }

    private String words(String key) {
        return calls.words("content", key);
    }
}
