package io.skillsdk.internal.fabric.wire;

import java.io.IOException;

/**
 * Reads an answer whose status is 2xx. What it throws as an {@link IOException} counts as a broken connection.
 *
 * @param <T> what is read
 */
public interface AnswerReader<T> {

    /**
     * Reads the answer; closes its body unless what it returns does.
     *
     * @param token the token that was sent, to keep it out of what is quoted
     */
    T read(WireAnswer answer, String token) throws IOException;
}
