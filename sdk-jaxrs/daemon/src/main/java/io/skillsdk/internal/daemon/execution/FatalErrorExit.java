package io.skillsdk.internal.daemon.execution;

import org.slf4j.LoggerFactory;

/** The end of a process that has run out of memory: what is left of it is in no known state, and the platform starts another. */
public final class FatalErrorExit {

    private static final int EXIT_CODE = 3; // that of the JVM's own -XX:+ExitOnOutOfMemoryError

    private FatalErrorExit() {}

    public static void end(Throwable fatal) {
        try {
            LoggerFactory.getLogger("io.skillsdk.daemon")
                    .error("Out of memory: the process ends, for the platform to start another", fatal);
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
