package io.skillsdk.internal.yaml;

import io.skillsdk.definition.DefinitionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads files of a workspace, which may be anything: a pipe that never ends, or larger than the memory. */
public final class FileTexts {

    private FileTexts() {}

    /**
     * Reads a file.
     *
     * @throws DefinitionException when it is not a regular file, larger than that, or cannot be read
     */
    public static byte[] readBytes(Path file, int mostBytes) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw failure(file, "is not a regular file.", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw failure(file, "is larger than " + mostBytes + " bytes, the most that is read.", null);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw failure(file, "there is no such file.", e);
        } catch (AccessDeniedException e) {
            throw failure(file, "cannot be read: permission denied.", e);
        } catch (IOException e) {
            throw failure(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file of text in UTF-8.
     *
     * @throws DefinitionException when it is not a regular file, larger than that, not UTF-8, or cannot be read
     */
    public static String read(Path file, int mostBytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(readBytes(file, mostBytes)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw failure(file, "is not encoded in UTF-8. Save it as UTF-8.", e);
        }
    }

    private static DefinitionException failure(Path file, String problem, @Nullable Throwable cause) {
        return new DefinitionException(file.toString(), 0, problem, cause);
    }
}
