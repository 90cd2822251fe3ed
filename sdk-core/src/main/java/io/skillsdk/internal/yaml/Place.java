package io.skillsdk.internal.yaml;

/**
 * A place in a file.
 *
 * @param line its line, from 1
 * @param column its column in characters, from 1
 */
public record Place(int line, int column) {

    /** The start of a file. */
    public static final Place START = new Place(1, 1);
}
