package io.skillsdk.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a skill holds open: closed after the drain, last opened first, each once, whatever an earlier one throws. */
final class SkillResources {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private record Resource(String name, Object owner, AutoCloseable closing) {}

    // guarded by this
    private final Deque<Resource> open = new ArrayDeque<>();

    /** Remembers an object, which is closed in the end if it can be. */
    synchronized void opened(Object object) {
        if (object instanceof AutoCloseable closeable
                && open.stream().noneMatch(resource -> resource.owner() == object)) {
            open.push(new Resource(object.getClass().getSimpleName(), object, closeable));
        }
    }

    /** Remembers something to run in the end. */
    synchronized void atEnd(Runnable hook) {
        open.push(new Resource("an onStop hook", hook, hook::run));
    }

    void close() {
        for (Resource resource = next(); resource != null; resource = next()) {
            try {
                resource.closing().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOG.error("{} was interrupted while it was closed", resource.name(), e);
            } catch (Exception | LinkageError | AssertionError e) {
                LOG.error("{} could not be closed", resource.name(), e);
            }
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Resource next() {
        return open.poll();
    }
}
