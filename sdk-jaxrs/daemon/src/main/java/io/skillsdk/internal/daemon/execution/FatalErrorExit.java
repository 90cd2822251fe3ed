package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.failure.FatalErrors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a throwable that nothing else has caught. After a {@linkplain FatalErrors fatal error} the process ends with 3, and the
 * platform starts another. After anything else the work goes on, and the log has it.
 *
 * <p>When memory has run out, nothing here may need any: even to look up a class for the first time does. So {@link #load} goes once through
 * all of it at the start.
 */
public final class FatalErrorExit {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private static final int EXIT_CODE = 3; // that of the JVM's own -XX:+ExitOnOutOfMemoryError

    private static final String OUT_OF_MEMORY = "Out of memory: the process ends, for the platform to start another";

    private static final String FAILED = "The JVM has failed: the process ends, for the platform to start another";

    /** Grizzly and futures wrap what they have caught, hardly deeper. */
    private static final int MOST_CAUSES = 5;

    private static final Runtime RUNTIME = Runtime.getRuntime();

    private FatalErrorExit() {}

    /** Has the JVM look up all that is needed here while there is memory. */
    public static void load() {
        end(new OutOfMemoryError(), false);
        endIfFatal(new NoClassDefFoundError("not initialized"));
        endIfFatal(new RuntimeException(new StackOverflowError()));
    }

    /** Ends the process. */
    public static void end(Throwable fatal) {
        end(fatal, true);
    }

    private static void end(Throwable fatal, boolean really) {
        try {
            boolean noMemory = fatal instanceof OutOfMemoryError || fatal instanceof NoClassDefFoundError;
            String why = noMemory ? OUT_OF_MEMORY : FAILED;
            if (really) {
                LOG.error(why, fatal);
            }
        } catch (Throwable e) {
            // not even that works: all the more reason to end
        }
        halt(really);
    }

    /** Until it succeeds: what the JVM itself needs to link the call may not be there at the first attempt. */
    private static void halt(boolean really) {
        while (really) {
            try {
                RUNTIME.halt(EXIT_CODE);
            } catch (Throwable e) {
                Thread.onSpinWait();
            }
        }
    }

    /** Ends the process if this is, or was caused by, an error after which it cannot go on. */
    public static void endIfFatal(@Nullable Throwable thrown) {
        Throwable each = thrown;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            if (FatalErrors.isFatal(each)) {
                end(each);
            }
            each = each.getCause();
        }
    }

    /** What has ended a thread of the author's, of a library or of Grizzly: ends the process, or is logged in the one form of its log. */
    public static void uncaught(Thread thread, Throwable thrown) {
        endIfFatal(thrown);
        LOG.error("The thread '{}' ended by what it has not caught", thread.getName(), thrown);
    }

    /** The outermost catch of each thread of the daemon's own: ends the process, or logs what was thrown. */
    public static void uncaught(Throwable thrown) {
        endIfFatal(thrown);
        try {
            LOG.error("A task of the daemon failed, and the daemon goes on", thrown);
        } catch (Throwable e) {
            endIfFatal(e); // an appender that fails must not end the thread
        }
    }
}
