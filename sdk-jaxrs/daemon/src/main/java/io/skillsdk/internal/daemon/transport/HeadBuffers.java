package io.skillsdk.internal.daemon.transport;

import org.glassfish.grizzly.memory.HeapBuffer;
import org.glassfish.grizzly.memory.HeapMemoryManager;

/**
 * Buffers on the heap, as Grizzly makes them, but smaller ones for the heads of answers. Grizzly asks for 2 KiB for the status line and headers of each
 * answer, which have about 200 bytes, and replaces the buffer by a larger one when they need more.
 */
public final class HeadBuffers extends HeapMemoryManager {

    private static final int ASKED_FOR = 2048;

    private static final int ENOUGH_FOR_MOST = 384;

    /** Makes them. */
    public HeadBuffers() {}

    @Override
    public HeapBuffer allocateAtLeast(int size) {
        return super.allocateAtLeast(size == ASKED_FOR ? ENOUGH_FOR_MOST : size);
    }
}
