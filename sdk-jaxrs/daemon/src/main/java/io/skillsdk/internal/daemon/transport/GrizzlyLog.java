package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What Grizzly logs. Where it processes a connection's events or ends an answer, it catches every throwable, logs it as a warning and closes
 * the connection, or forgets it. So its warnings are read: a fatal error ends the process, and any other error is shown, as this line is all
 * that is ever known of it. The other warnings are about clients' faults, each with a stack trace, and are left out unless the author has
 * set a level.
 */
public final class GrizzlyLog extends Handler {

    // held, as the logging API forgets loggers that nothing else refers to
    private static final Logger GRIZZLY = Logger.getLogger("org.glassfish.grizzly");

    private static final GrizzlyLog ADDED = new GrizzlyLog();

    private GrizzlyLog() {}

    /** Reads Grizzly's log from now on. Levels that the author has set hold. */
    public static synchronized void read() {
        if (List.of(GRIZZLY.getHandlers()).contains(ADDED)) {
            return;
        }
        if (GRIZZLY.getLevel() == null) {
            GRIZZLY.setLevel(Level.WARNING);
            GRIZZLY.setUseParentHandlers(false);
        }
        GRIZZLY.addHandler(ADDED);
    }

    @Override
    public void publish(LogRecord logged) {
        FatalErrorExit.endIfFatal(logged.getThrown());
        Logger parent = GRIZZLY.getParent();
        if (!GRIZZLY.getUseParentHandlers() && parent != null && isShown(logged)) {
            parent.log(logged);
        }
    }

    private static boolean isShown(LogRecord logged) {
        return logged.getLevel().intValue() >= Level.SEVERE.intValue()
                || logged.getThrown() instanceof Error
                || Logger.getLogger(logged.getLoggerName()).getLevel() != null;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
