package io.skillsdk;

/**
 * A number of bytes, written in settings as {@code 1048576}, {@code 512KiB}, {@code 20MiB} or {@code 1GiB}.
 *
 * @param bytes the number, 0 or more
 */
public record DataSize(long bytes) {

    /**
     * Makes a size.
     *
     * @param bytes the number
     * @throws IllegalArgumentException when it is negative
     */
    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
    }
}
