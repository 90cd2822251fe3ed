package io.skillsdk.internal.definition.replace;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is and as it should be.
 *
 * @param file the file, absolute
 * @param before its text; null where it is not there
 * @param after the text that it should have, another one
 */
public record FileChange(Path file, @Nullable String before, String after) {}
