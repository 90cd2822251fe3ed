package io.skillsdk.internal.json.answer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bytes of an answer, with an end: a result that never ends must not take the process with it. */
final class BoundedOutput extends ByteArrayOutputStream {

    private final int limit;

    BoundedOutput(int limit) {
        super(512);
        this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
        room(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        room(length);
        super.write(bytes, offset, length);
    }

    void append(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    synchronized byte at(int index) {
        return buf[index];
    }

    synchronized void replaceFrom(int index, byte[] bytes) {
        count = index;
        append(bytes);
    }

    synchronized void insert(int index, byte[] bytes) {
        byte[] tail = Arrays.copyOfRange(buf, index, count);
        count = index;
        append(bytes);
        append(tail);
    }

    private void room(int more) {
        if (more > limit - count) {
            throw new FullException();
        }
    }

    /** The limit is reached. */
    static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private FullException() {
            super("The answer is full", null, false, false);
        }
    }
}
