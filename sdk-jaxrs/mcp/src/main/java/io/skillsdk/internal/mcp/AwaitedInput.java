package io.skillsdk.internal.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** An input whose end can be waited for. */
final class AwaitedInput extends FilterInputStream {

    private final CountDownLatch end = new CountDownLatch(1);

    AwaitedInput(InputStream in) {
        super(in);
    }

    /** Waits until it has been read to its end, or closed. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        noticeEnd(read);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        noticeEnd(read);
        return read;
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        super.close();
    }

    private void noticeEnd(int read) {
        if (read < 0) {
            end.countDown();
        }
    }
}
