package io.skillsdk.definition;

import java.nio.file.Path;

/**
 * Something in a definition, or beside it, that does not hold.
 *
 * @param id what kind of finding it is; stable over versions
 * @param severity how bad it is
 * @param file the file it is in
 * @param line its line, from 1
 * @param part where in the file, such as {@code inputs[0].routing.all.action}; empty for the file itself
 * @param message what is wrong, and the mend, in a sentence
 */
public record Finding(String id, Severity severity, Path file, int line, String part, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + (severity == Severity.ERROR ? "error" : "warning") + " [" + id + "] "
                + (part.isEmpty() ? "" : part + ": ") + message;
    }
}
