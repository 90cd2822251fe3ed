package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.BodyOnly;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What an action throws once its time is up: the consequence of the interrupt is no second fault. */
@Isolated("reads the log")
class GivenUpActionTest {

    static final class Slow {

        private final CountDownLatch entered = new CountDownLatch(1);

        private final Throwable thrown;

        Slow(Throwable thrown) {
            this.thrown = thrown;
        }

        @SkillAction
        public String order() throws Throwable {
            entered.countDown();
            try {
                new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw thrown;
            }
            return "never";
        }
    }

    static Stream<Throwable> consequences() {
        return Stream.of(
                new InterruptedException(),
                new UncheckedIOException(new ClosedByInterruptException()),
                new UncheckedIOException(new InterruptedIOException("interrupted")),
                new IllegalStateException("no row", new ExecutionException(new InterruptedException())),
                SkillException.badGateway("The database did not answer.", new InterruptedException()),
                new FabricException(FabricException.Reason.INTERRUPTED, 0, "session 's'", null));
    }

    static Stream<Throwable> faults() {
        Throwable circle = new IllegalStateException("outer");
        circle.initCause(new IllegalStateException("inner", circle));
        return Stream.of(
                new IllegalStateException("no row"),
                new UncheckedIOException(new SocketTimeoutException("Read timed out")),
                circle);
    }

    private static List<ILoggingEvent> afterTheTimeOut(Throwable thrown) throws InterruptedException {
        Logger logger = (Logger) LoggerFactory.getLogger("io.skillsdk.calls");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        try {
            Slow slow = new Slow(thrown);
            Invocation invocation = new ActionPipeline(ProcessFabric.onFirstUse())
                    .prepare(
                            ActionCatalog.of(ActionDefaults.PLATFORM, List.of(slow))
                                    .named("order"),
                            BodyOnly.of("{\"activationId\":\"act-9\"}"));
            Thread thread = new Thread(invocation);
            thread.start();
            assertThat(slow.entered.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(invocation.expire(Duration.ofSeconds(2))).isTrue();
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
            assertThat(log.list.get(0).getFormattedMessage())
                    .isEqualTo("order did not answer within 2 s in activation act-9");
            return log.list.subList(1, log.list.size());
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void theInterruptIsToldInOneLineWithoutAstack(Throwable thrown) throws InterruptedException {
        assertThat(afterTheTimeOut(thrown)).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("order has ended in activation act-9, interrupted as its call was given up");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anythingElseIsAfaultThatCameAfterTheTimeOut(Throwable thrown) throws InterruptedException {
        assertThat(afterTheTimeOut(thrown)).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("order failed in activation act-9: it threw an exception after its call was given up");
            assertThat(line.getThrowableProxy().getMessage()).isEqualTo(thrown.getMessage());
        });
    }
}
