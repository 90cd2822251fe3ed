package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.HOLD;
import static io.skillsdk.daemon.Calls.PASS;
import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.get;
import static io.skillsdk.daemon.Calls.post;
import static io.skillsdk.daemon.Calls.postAtOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeadlineTest {

    private final HeldActions actions = new HeldActions();

    private SkillDaemon daemon;

    @BeforeEach
    void start() {
        daemon = daemon(actions)
                .set("daemon.timeout", "500ms")
                .set("daemon.max-concurrency", "4")
                .set("daemon.drain-timeout", "1s")
                .start();
    }

    @AfterEach
    void stop() {
        actions.letGo.countDown();
        daemon.close();
    }

    private static void isTold(Response answer, String action) {
        answer.then().statusCode(504);
        assertThat(answer.path("payload.error.detail").toString())
                .startsWith("The action '" + action + "' did not answer within 500 ms.");
    }

    @Test
    void theCallerIsToldAndTheActionIsInterrupted() {
        isTold(post(daemon, "/hold", HOLD), "hold");
        await().untilAsserted(() -> assertThat(actions.interrupted).hasValue(1));
    }

    @Test
    void anActionThatWasQuickSoFarHasADeadlineToo() {
        for (int i = 0; i < 300; i++) {
            post(daemon, "/hold", PASS).then().statusCode(200);
        }
        isTold(post(daemon, "/hold", HOLD), "hold");
        await().untilAsserted(() -> assertThat(actions.interrupted).hasValue(1));
        post(daemon, "/hold", PASS).then().statusCode(200);
    }

    @Test
    void aStageThatNeverCompletesHasADeadlineToo() {
        isTold(post(daemon, "/never", "{}"), "never");
    }

    @Test
    void actionsThatIgnoreItHoldUpNobody() {
        // more than may run at a time
        for (int i = 0; i < 2; i++) {
            postAtOnce(4, daemon, "/ignore", "{}")
                    .forEach(answer -> answer.join().then().statusCode(504));
            post(daemon, "/quick", "{}").then().statusCode(200);
        }
        assertThat(actions.held).hasValue(8);
    }

    @Test
    void theContextTellsWhatIsLeft() {
        Number millis = get(daemon, "/remaining").path("payload.millis");
        assertThat(millis.longValue()).isBetween(1L, 500L);
    }

    @Test
    void itIsLoggedOnceWithWhereTheActionWas() {
        ListAppender<ILoggingEvent> log = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing(); // with the context of its own thread
                super.append(event);
            }
        };
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.skillsdk.calls");
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
        try {
            post(daemon, "/ignore", "{\"activationId\":\"late-1\",\"token\":\"secret-token\"}");
            actions.letGo.countDown();
            await().untilAsserted(() -> assertThat(late(log)).hasSize(1));
            ILoggingEvent told = late(log).get(0);
            assertThat(told.getLevel()).isEqualTo(Level.ERROR);
            assertThat(told.getFormattedMessage())
                    .isEqualTo("ignore did not answer within 500 ms in activation late-1")
                    .doesNotContain("secret");
            assertThat(told.getThrowableProxy().getStackTraceElementProxyArray())
                    .anyMatch(frame -> frame.toString().contains("HeldActions.ignore"));
        } finally {
            logger.detachAppender(log);
            logger.setLevel(Level.OFF);
            logger.setAdditive(true);
        }
    }

    private static List<ILoggingEvent> late(ListAppender<ILoggingEvent> log) {
        return List.copyOf(log.list).stream()
                .filter(event -> "late-1".equals(event.getMDCPropertyMap().get("activationId")))
                .toList();
    }
}
