package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Managed content. */
final class ContentRoutes implements Routes {

    /** The platform's own limit of a page is not known; one of our own keeps callers honest. */
    private static final int MOST = 1000;

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        if (call.path().isEmpty() && call.method().equals("GET")) {
            return Reply.json(list(project, call));
        }
        String key = String.join("/", call.path());
        if (key.isEmpty()) {
            throw new Refusal(400, "\"key\" is required", "key");
        }
        return switch (call.method()) {
            case "GET", "HEAD" -> Reply.blob(find(project, key), call.method().equals("HEAD"));
            case "POST" -> {
                Blob blob =
                        Blob.of(call.body(), call.contentType(), project.clock().instant());
                project.content().put(key, blob);
                yield Reply.json(entry(key, blob));
            }
            case "DELETE" -> {
                find(project, key);
                project.content().remove(key);
                yield Reply.success("Content deleted");
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }

    private static Blob find(ProjectData project, String key) {
        Blob blob = project.content().get(key);
        if (blob == null) {
            throw new Refusal(404, "Content not found");
        }
        return blob;
    }

    private static List<Map<String, Object>> list(ProjectData project, StandInCall call) {
        String prefix = call.query().getOrDefault("filter", "");
        return project.content().tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .skip(call.number("skip", 0))
                .limit(Math.min(MOST, call.number("limit", MOST)))
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, Object> entry(String key, Blob blob) {
        try {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("Key", key);
            entry.put("ContentType", blob.contentType());
            entry.put("ETag", blob.etag());
            entry.put("LastModified", blob.lastModified().toString());
            entry.put("Size", blob.size());
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
