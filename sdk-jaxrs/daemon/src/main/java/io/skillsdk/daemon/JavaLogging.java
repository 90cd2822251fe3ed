package io.skillsdk.daemon;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what the JDK, Grizzly and Jersey log by {@code java.util.logging} to SLF4J, so that a process has one log, in the one
 * form that its backend is told to write.
 */
final class JavaLogging extends Handler {

    /** Only puts a message's parameters in. The JDK's own formatter looks for a logging backend first, which delays each start. */
    private static final Formatter MESSAGES = new Formatter() {
        @Override
        public String format(LogRecord logged) {
            return formatMessage(logged);
        }
    };

    private JavaLogging() {}

    /** Takes the place of the JDK's own handler, unless another one is configured. */
    static void toSlf4j() {
        if (System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null
                || isNowhereOrBack(LoggerFactory.getILoggerFactory())) {
            return;
        }
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        Handler[] handlers = root == null ? new Handler[0] : root.getHandlers();
        if (root != null && handlers.length == 1 && handlers[0].getClass() == ConsoleHandler.class) {
            root.removeHandler(handlers[0]);
            root.addHandler(new JavaLogging());
        }
    }

    /** A backend that writes nothing, or that writes by java.util.logging itself. */
    private static boolean isNowhereOrBack(ILoggerFactory backend) {
        String name = backend.getClass().getName();
        return name.startsWith("org.slf4j.jul.") || name.startsWith("org.slf4j.helpers.NOP");
    }

    @Override
    public void publish(LogRecord logged) {
        if (!isLoggable(logged)) {
            return;
        }
        Logger logger = LoggerFactory.getLogger(logged.getLoggerName() == null ? "" : logged.getLoggerName());
        org.slf4j.event.Level level = level(logged.getLevel());
        if (logger.isEnabledForLevel(level)) {
            logger.atLevel(level).setCause(logged.getThrown()).log(MESSAGES.format(logged));
        }
    }

    private static org.slf4j.event.Level level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return org.slf4j.event.Level.ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return org.slf4j.event.Level.WARN;
        }
        if (value >= Level.INFO.intValue()) {
            return org.slf4j.event.Level.INFO;
        }
        return value >= Level.FINE.intValue() ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.TRACE;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
