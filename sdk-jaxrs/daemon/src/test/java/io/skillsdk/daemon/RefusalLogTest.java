package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A caller's path must not look like another line of the log, nor steer a terminal, nor fill a disk. */
class RefusalLogTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private List<Logger> loggers = List.of();

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    private SkillDaemon daemon;

    @BeforeEach
    void start() {
        daemon = Calls.daemon(new TestActions()).start();
        // another test may be setting up the logging right now
        await().until(() -> LoggerFactory.getILoggerFactory() instanceof LoggerContext);
        loggers = Stream.of("io.skillsdk.calls", "io.skillsdk.access")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        appender.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(appender);
        });
    }

    @AfterEach
    void stop() {
        loggers.forEach(logger -> {
            logger.detachAppender(appender);
            logger.setLevel(null);
        });
        daemon.close();
    }

    private List<String> logged(String path, String mark) throws IOException {
        Calls.exchange(daemon.port(), "PUT " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
        await().until(() -> lines.stream().anyMatch(line -> line.contains(mark)));
        return lines.stream().filter(line -> line.contains(mark)).toList();
    }

    @Test
    void invisibleBytesOfAPathAreNotLogged() throws IOException {
        assertThat(logged("/log-test-1\u009b31m\u0085\u0090x", "log-test-1"))
                .allSatisfy(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
    }

    @Test
    void aLongPathIsLoggedInPart() throws IOException {
        assertThat(logged("/log-test-2" + "x".repeat(15_000), "log-test-2"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
    }
}
