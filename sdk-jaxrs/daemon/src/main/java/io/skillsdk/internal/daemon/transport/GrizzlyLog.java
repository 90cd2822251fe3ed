package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.ProcessorExecutor;
import org.glassfish.grizzly.filterchain.DefaultFilterChain;

/**
 * What Grizzly logs. Below {@code SEVERE} it tells of clients' faults, each with a stack trace, so these lines are left out unless the
 * author has set a level. But where it processes a connection's events, it catches every throwable, logs it and closes the connection.
 * For an error, this line is all that is ever known of it: it is kept, and a fatal one ends the process.
 */
public final class GrizzlyLog {

    // held, as the logging API forgets loggers that nothing else refers to
    private static final Logger ALL = Logger.getLogger("org.glassfish.grizzly");

    private static final List<Logger> CATCHING =
            List.of(Grizzly.logger(DefaultFilterChain.class), Grizzly.logger(ProcessorExecutor.class));

    private GrizzlyLog() {}

    /** Sets levels and filters where the author has set none. */
    public static void configure() {
        if (ALL.getLevel() == null) {
            ALL.setLevel(Level.SEVERE);
        }
        for (Logger each : CATCHING) {
            if (each.getLevel() == null && each.getFilter() == null) {
                each.setLevel(Level.WARNING);
                each.setFilter(new Errors());
            }
        }
    }

    private static final class Errors implements Filter {

        @Override
        public boolean isLoggable(LogRecord caught) {
            FatalErrorExit.endIfFatal(caught.getThrown());
            return caught.getThrown() instanceof Error || ALL.isLoggable(caught.getLevel());
        }
    }
}
