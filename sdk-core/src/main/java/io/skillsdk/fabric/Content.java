package io.skillsdk.fabric;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The managed content of a project: files under keys such as {@code reports/2026/june.csv}.
 *
 * <p>A key is a path. A leading slash is dropped; a key with an empty segment, {@code .}, {@code ..} or a control character is
 * refused with {@link FabricException.Reason#INVALID}. Every other character is part of the name. Files go through as
 * streams: none is held in memory. An upload replaces; the platform has no conditional upload.
 */
public interface Content {

    /**
     * Uploads a file.
     *
     * @param key its key
     * @param body what it holds
     * @return the entry
     */
    ContentItem upload(String key, ContentBody body);

    /**
     * Uploads all files below a folder, one after the other.
     *
     * @param folder the folder
     * @param prefix what the keys begin with, {@code ""} for nothing; {@code data} and {@code data/} are the same
     * @return the entries, in the order of their keys
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    List<ContentItem> uploadAll(Path folder, String prefix);

    /**
     * Downloads a file. Close the result.
     *
     * @param key its key
     * @return the file
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    Download download(String key);

    /**
     * Downloads a file that may be missing. Close the result.
     *
     * @param key its key
     * @return the file, or empty
     */
    Optional<Download> find(String key);

    /**
     * Asks for the entry of a file, without the file.
     *
     * @param key its key
     * @return the entry, or empty when there is no such file
     */
    Optional<ContentItem> head(String key);

    /**
     * Tells whether there is a file.
     *
     * @param key its key
     * @return false only when the platform says that there is none; whatever else is wrong is an exception
     */
    boolean exists(String key);

    /**
     * Deletes a file.
     *
     * @param key its key
     * @return false when there was none
     */
    boolean delete(String key);

    /**
     * Lists files. Pages are asked for as the stream is read.
     *
     * @param prefix what the keys begin with, {@code ""} for all
     * @return the entries, in the platform's order
     */
    Stream<ContentItem> list(String prefix);
}
