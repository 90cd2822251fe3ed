package io.skillsdk.internal.daemon.dev;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the files of a project to change. The operating system tells at once; where it cannot, as over a network or in some
 * containers, looking twice a second finds it all the same.
 */
public final class FileWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private static final int LOOK_MILLIS = 500;

    /** An editor saves several files in a row, and some first delete the one that they write. */
    private static final int QUIET_MILLIS = 40;

    /** So many times a file may change again before the others are served: one could be written for ever. */
    private static final int MOST_LOOKS = 25;

    private final DevProject project;

    private final Map<Path, WatchKey> keys = new HashMap<>();

    private @Nullable WatchService service;

    private @Nullable FileStates states;

    /**
     * Begins to watch.
     *
     * @param told whether the operating system is to tell of changes, if it can
     */
    public FileWatch(DevProject project, boolean told) {
        this.project = project;
        this.service = told ? open() : null;
        this.states = look();
    }

    private static @Nullable WatchService open() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Files are looked at twice a second, as the system does not tell of changes: {}", e.getMessage());
            return null;
        }
    }

    /**
     * Waits until files have changed, or for half a second.
     *
     * @return the files; empty when none has changed
     */
    public Set<Path> await() throws InterruptedException {
        WatchService told = service;
        if (told == null) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } else {
            drain(told, told.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        }
        FileStates before = states();
        FileStates now = look();
        boolean quiet = now.changedSince(before).isEmpty();
        for (int looks = 1; !quiet && looks < MOST_LOOKS; looks++) {
            TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            FileStates later = look();
            quiet = later.changedSince(now).isEmpty();
            now = later;
        }
        states = now;
        return now.changedSince(before);
    }

    /** The files as they were seen last. */
    public FileStates states() {
        return Objects.requireNonNull(states);
    }

    private static void drain(WatchService from, @Nullable WatchKey first) {
        for (WatchKey key = first; key != null; key = from.poll()) {
            key.pollEvents();
            key.reset();
        }
    }

    private FileStates look() {
        return FileStates.of(project, states, this::register);
    }

    private void register(Path folder) {
        WatchService told = service;
        WatchKey known = keys.get(folder);
        if (told == null || (known != null && known.isValid())) {
            return;
        }
        try {
            keys.put(
                    folder,
                    folder.register(
                            told,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException e) {
            // gone already, or as many are watched as may be: looking finds what changes in it
            LOG.debug("{} is not watched, but looked at", folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        WatchService told = service;
        service = null;
        if (told != null) {
            told.close();
        }
    }
}
