package io.skillsdk.definition;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A fault in a definition, or in a file beside it.
 *
 * @param id the rule that found it; stable over versions
 * @param severity how bad it is
 * @param file the file it is in
 * @param line its line, from 1
 * @param column its column in characters, from 1
 * @param part where in the file, such as {@code inputs[0].routing.all.action}; empty for the file itself
 * @param message what is wrong and how to fix it, in a sentence; control characters are escaped
 */
public record Finding(String id, Severity severity, Path file, int line, int column, String part, String message) {

    /**
     * Makes a finding; nothing in it may be null.
     *
     * @param id its id
     * @param severity how grave it is
     * @param file the file
     * @param line the line
     * @param column the column
     * @param part the part of the definition
     * @param message what is wrong
     */
    public Finding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + (severity == Severity.ERROR ? "error" : "warning") + " [" + id + "] "
                + (part.isEmpty() ? "" : part + ": ") + message;
    }
}
