package io.skillsdk.daemon;

import io.skillsdk.call.CallListener;
import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.DaemonExtension;
import io.skillsdk.daemon.extension.DaemonInfo;
import java.util.List;
import java.util.function.Function;

/** The extension of all daemons under test. It does what the thread that starts the daemon wants, and nothing else. */
public final class TestExtension implements DaemonExtension, AutoCloseable {

    /** What a test wants of it. */
    record Wanted(Function<DaemonInfo, List<BuiltInPage>> pages, List<CallListener> listeners, Runnable closed) {}

    private static final ThreadLocal<Wanted> WANTED = new ThreadLocal<>();

    private final Wanted wanted = WANTED.get();

    /** Starts a daemon with some pages. */
    static SkillDaemon start(SkillDaemon.Builder builder, Function<DaemonInfo, List<BuiltInPage>> pages) {
        return start(builder, new Wanted(pages, List.of(), () -> {}));
    }

    static SkillDaemon start(SkillDaemon.Builder builder, Wanted wanted) {
        WANTED.set(wanted);
        try {
            return builder.start();
        } finally {
            WANTED.remove();
        }
    }

    @Override
    public List<BuiltInPage> pages(DaemonInfo daemon) {
        return wanted == null ? List.of() : wanted.pages().apply(daemon);
    }

    @Override
    public List<CallListener> listeners() {
        return wanted == null ? List.of() : wanted.listeners();
    }

    @Override
    public void close() {
        if (wanted != null) {
            wanted.closed().run();
        }
    }
}
