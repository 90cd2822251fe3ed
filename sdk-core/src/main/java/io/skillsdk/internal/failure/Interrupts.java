package io.skillsdk.internal.failure;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which exceptions come of the interrupt of a thread. */
public final class Interrupts {

    private Interrupts() {}

    /** Whether it tells of an interrupt, or was caused by one that does. */
    public static boolean isCauseOf(Throwable thrown) {
        // exceptions can cause each other in a circle
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = thrown; at != null && seen.add(at); at = at.getCause()) {
            if (at instanceof InterruptedException
                    || at instanceof ClosedByInterruptException
                    || (at instanceof InterruptedIOException && !(at instanceof SocketTimeoutException))) {
                return true;
            }
        }
        return false;
    }
}
