package io.skillsdk.internal.http;

/**
 * The most bytes of a body, as it is sent and after uncompressing. All code that reads or uncompresses one asks here.
 *
 * @param bytes 1 or more
 */
public record BodyLimit(int bytes) {

    /**
     * Refuses a body that is too large.
     *
     * @param size how large it is, or says that it is, or has become so far; negative where that is not known
     * @throws RefusedBodyException when it is larger than allowed
     */
    public void check(long size) throws RefusedBodyException {
        if (size > bytes) {
            throw RefusedBodyException.tooLarge(bytes);
        }
    }
}
