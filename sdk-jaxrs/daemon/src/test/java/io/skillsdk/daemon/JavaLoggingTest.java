package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@Isolated("the handlers of the process are changed")
class JavaLoggingTest {

    private final Logger root = LogManager.getLogManager().getLogger("");

    private final Handler[] before = root.getHandlers();

    private final ListAppender<ILoggingEvent> seen = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing(); // the logging context is that of this moment
            super.append(event);
        }
    };

    private final ch.qos.logback.classic.Logger slf4j =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("of.a.library");

    @BeforeEach
    void haveTheHandlersOfAJdk() {
        has(new ConsoleHandler());
        slf4j.setLevel(Level.DEBUG);
        slf4j.setAdditive(false);
        seen.start();
        slf4j.addAppender(seen);
    }

    @AfterEach
    void restore() {
        has(before);
        slf4j.detachAppender(seen);
        slf4j.setAdditive(true);
        slf4j.setLevel(null);
    }

    private void has(Handler... handlers) {
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        Arrays.stream(handlers).forEach(root::addHandler);
    }

    @Test
    void whatALibraryLogsIsInTheLogOfTheSkillWithItsCauseAndTheCallsContext() {
        JavaLogging.toSlf4j();
        MDC.put("activationId", "act-1");
        try {
            LogRecord logged = new LogRecord(java.util.logging.Level.WARNING, "{0} of {1} failed");
            logged.setLoggerName("of.a.library");
            logged.setParameters(new Object[] {1, 2});
            logged.setThrown(new IllegalStateException("on purpose"));
            Logger.getLogger("of.a.library").log(logged);
        } finally {
            MDC.remove("activationId");
        }

        assertThat(seen.list).hasSize(1);
        ILoggingEvent event = seen.list.get(0);
        assertThat(event.getFormattedMessage()).isEqualTo("1 of 2 failed");
        assertThat(event.getLevel()).isEqualTo(Level.WARN);
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("on purpose");
        assertThat(event.getMDCPropertyMap()).containsEntry("activationId", "act-1");
        JsonEncoder json = new JsonEncoder();
        json.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        json.start();
        assertThat(new String(json.encode(event), StandardCharsets.UTF_8).lines())
                .hasSize(1);
    }

    @Test
    void aHandlerThatSomebodyHasChosenStays() {
        Handler own = new java.util.logging.StreamHandler();
        has(own);
        JavaLogging.toSlf4j();

        assertThat(root.getHandlers()).containsExactly(own);
    }

    @Test
    void itIsDoneOnce() {
        JavaLogging.toSlf4j();
        JavaLogging.toSlf4j();
        Logger.getLogger("of.a.library").info("once");

        assertThat(seen.list).hasSize(1);
    }
}
