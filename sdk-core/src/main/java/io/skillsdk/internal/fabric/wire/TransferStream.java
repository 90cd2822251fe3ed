package io.skillsdk.internal.fabric.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** The bytes of a download. Whatever goes wrong on the wire comes out as the platform's exception. */
public final class TransferStream extends FilterInputStream {

    private final PlatformRequest request;

    private final Consumer<AutoCloseable> onClose;

    /**
     * Makes a stream.
     *
     * @param onClose told when it is closed
     */
    public TransferStream(PlatformRequest request, InputStream body, Consumer<AutoCloseable> onClose) {
        super(body);
        this.request = request;
        this.onClose = onClose;
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private RuntimeException broken(IOException e) {
        close();
        return PlatformClient.exception(
                request,
                e instanceof WireFault fault
                        ? fault
                        : new WireFault(WireFault.Kind.CUT, "the connection broke while the answer came", e));
    }

    @Override
    public void close() {
        onClose.accept(this);
        try {
            super.close();
        } catch (IOException e) {
            // what was not read is not wanted
            return;
        }
    }
}
