package io.skillsdk.internal.http;

import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** A body that has been received whole, as a stream for those who want one; it need not be copied to be read. */
public final class ReceivedBody extends ByteArrayInputStream {

    public ReceivedBody(byte[] body) {
        super(body);
    }

    /** The body, not copied; or null when a filter has read from the stream. */
    synchronized byte @Nullable [] untouched() {
        return pos == 0 && mark == 0 ? buf : null;
    }
}
