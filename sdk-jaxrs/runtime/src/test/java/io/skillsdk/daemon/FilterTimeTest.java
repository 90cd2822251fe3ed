package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an author's filters take of a call's time, and what becomes of what they throw. */
class FilterTimeTest {

    private static final String OUT_OF_THE_FILTER = "out of a response filter of FilterTimeTest";

    static final class Actions {

        @SkillAction(path = "left")
        public long left(SkillContext context) {
            return context.remaining().toMillis();
        }
    }

    private static final class Slow implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void anActionIsToldTheTimeThatItsFiltersHaveLeft() {
        try (SkillDaemon daemon = Calls.daemon(new Actions())
                .register(new Slow())
                .timeout(Duration.ofSeconds(60))
                .start()) {
            assertThat(Calls.post(daemon, "/left", "{}").<Integer>path("payload.result"))
                    .isBetween(0, 59_700);
        }
    }

    private static final class Failing implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            throw new IllegalStateException(OUT_OF_THE_FILTER);
        }
    }

    /** The messages under which an exception was logged: of this test's own, as others run at the same time. */
    private static final class Logged extends AppenderBase<ILoggingEvent> {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
                if (OUT_OF_THE_FILTER.equals(thrown.getMessage())) {
                    messages.add(event.getFormattedMessage());
                    return;
                }
            }
        }
    }

    @Test
    void whatAFilterThrowsIsLoggedOnce() {
        Logger calls = (Logger) LoggerFactory.getLogger("io.skillsdk.calls");
        Level level = calls.getLevel();
        Logged logged = new Logged();
        logged.start();
        calls.addAppender(logged);
        calls.setLevel(Level.ERROR);
        try {
            SkillDaemon daemon =
                    Calls.daemon(new Actions()).register(new Failing()).start();
            Calls.post(daemon, "/left", "{}").then().statusCode(500);
            Calls.post(daemon, "/left", "{}").then().statusCode(500);
            await().untilAsserted(() -> assertThat(logged.messages).hasSizeGreaterThanOrEqualTo(2));
            daemon.close(); // nothing more is to come
            assertThat(logged.messages).hasSize(2).containsOnly("The answer to a request could not be sent");
        } finally {
            calls.setLevel(level);
            calls.detachAppender(logged);
        }
    }
}
