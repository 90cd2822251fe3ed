package io.skillsdk.daemon;

import java.io.IOException;
import org.glassfish.grizzly.nio.DefaultSelectorHandler;
import org.glassfish.grizzly.nio.SelectorRunner;

/**
 * Lets those who wait for this processor go first, each time before a thread looks for further requests. Where there are more
 * threads than processors, it would otherwise keep the others, and the calls they have read, waiting for a whole time slice of
 * the kernel; and what has arrived meanwhile is read at once. It costs next to nothing where nobody waits.
 */
final class YieldingSelectorHandler extends DefaultSelectorHandler {

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but who waits for how long
    public boolean preSelect(SelectorRunner selector) throws IOException {
        Thread.yield();
        return super.preSelect(selector);
    }
}
