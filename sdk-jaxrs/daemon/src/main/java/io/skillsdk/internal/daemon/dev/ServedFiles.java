package io.skillsdk.internal.daemon.dev;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Knows of which files the version that is served was made. It looks for each request whether another file was saved since, as the watch
 * may not have seen it yet: then the request is for the next version.
 */
public final class ServedFiles {

    private static final int LONGEST_SECONDS = 60;

    private record Waiting(FileStates saved, CompletableFuture<Boolean> served) {}

    private final DevProject project;

    private final List<Waiting> waiting = new ArrayList<>();

    private FileStates served;

    private boolean ended;

    /**
     * Makes it.
     *
     * @param first of what the first version is made
     */
    public ServedFiles(DevProject project, FileStates first) {
        this.project = project;
        this.served = first;
    }

    /**
     * Looks whether all that is saved by now is served. The result is there at once if nothing has changed.
     *
     * @return true once it is served, or its faults are to be told; false when that takes longer than a minute
     */
    public CompletableFuture<Boolean> whenServed() {
        FileStates saved = FileStates.of(project, served(), folder -> {});
        synchronized (this) {
            if (isServed(saved)) {
                return CompletableFuture.completedFuture(true);
            }
            Waiting one = new Waiting(saved, new CompletableFuture<>());
            waiting.add(one);
            return one.served().completeOnTimeout(false, LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private synchronized FileStates served() {
        return served;
    }

    private boolean isServed(FileStates saved) {
        return ended || served.isNotBefore(saved) || saved.changedSince(served).isEmpty();
    }

    /** Tells that these files are served, or that their faults are to be told. */
    public void served(FileStates files) {
        release(files, false);
    }

    /** Has nothing wait any more, as there are no versions after this one. */
    public void end() {
        release(served(), true);
    }

    private void release(FileStates files, boolean last) {
        List<Waiting> done = new ArrayList<>();
        synchronized (this) {
            served = files;
            ended |= last;
            for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
                Waiting one = each.next();
                if (one.served().isDone() || isServed(one.saved())) {
                    each.remove();
                    done.add(one);
                }
            }
        }
        done.forEach(one -> one.served().complete(true));
    }
}
