package io.skillsdk.internal.fabric.local;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Media types by the endings of files. */
final class MediaTypes {

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "jsonl", "application/jsonl",
            "csv", "text/csv",
            "txt", "text/plain",
            "html", "text/html",
            "xml", "application/xml",
            "pmml", "application/xml",
            "yaml", "application/yaml",
            "png", "image/png",
            "pdf", "application/pdf");

    private MediaTypes() {}

    static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
