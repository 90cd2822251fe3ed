package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a listener is told is what was sent, whatever the author's JAX-RS components have made of the action's answer. */
class SentStatusTest {

    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static final class Actions {

        @SkillAction(path = "now")
        public String now(String payload) {
            if (payload.equals("gone")) {
                throw new Gone();
            }
            if (payload.equals("refused")) {
                throw SkillException.conflict("No.");
            }
            return payload;
        }

        @SkillAction(path = "later")
        public CompletableFuture<String> later(String payload) {
            return CompletableFuture.supplyAsync(() -> payload);
        }
    }

    /** Changes what the payload asks for, and answers with more than the action did. */
    static final class Changing implements ContainerResponseFilter {

        final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            String wanted = request.getHeaderString("X-Status");
            if (wanted != null) {
                response.setStatus(Integer.parseInt(wanted));
            }
            if (request.getHeaderString("X-Hang") != null) {
                try {
                    letGo.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            if (request.getHeaderString("X-Long") != null) {
                response.setEntity("x".repeat(100_000));
            }
        }
    }

    /** Hangs before the action is reached, and fails when it is interrupted, or goes on. */
    private static final class HangingBefore implements ContainerRequestFilter {

        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            String then = request.getHeaderString("X-Hang-Before");
            if (then == null) {
                return;
            }
            try {
                never.await();
            } catch (InterruptedException e) {
                if (then.equals("fails")) {
                    throw new InterruptedIOException();
                }
            }
        }
    }

    /** Public for JAX-RS. */
    public static final class Mapper implements ExceptionMapper<Gone> {
        @Override
        public jakarta.ws.rs.core.Response toResponse(Gone e) {
            return jakarta.ws.rs.core.Response.status(410).build();
        }
    }

    private final List<EndedCall> ended = new CopyOnWriteArrayList<>();

    private final Changing changing = new Changing();

    private final SkillDaemon daemon = daemon(new Actions())
            .register(changing)
            .register(new HangingBefore())
            .register(Mapper.class)
            .timeout(Duration.ofSeconds(2))
            .listener(new CallListener() {
                @Override
                public void ended(EndedCall call) {
                    ended.add(call);
                }
            })
            .start();

    @AfterEach
    void close() {
        changing.letGo.countDown();
        daemon.close();
    }

    private EndedCall told(int calls) {
        await().untilAsserted(() -> assertThat(ended).hasSize(calls));
        return ended.get(calls - 1);
    }

    private Response call(String path, String payload, String header, String value) {
        return io.restassured.RestAssured.given()
                .baseUri(daemon.uri().toString())
                .header(header, value)
                .body("{\"payload\":\"" + payload + "\"}")
                .post(path);
    }

    @Test
    void aStatusThatAResponseFilterHasSetIsTold() {
        int calls = 0;
        for (String path : List.of("/now", "/later")) {
            for (int status : new int[] {200, 202, 403, 500}) {
                Response answer = call(path, "x", "X-Status", String.valueOf(status));
                assertThat(answer.statusCode()).isEqualTo(status);
                EndedCall told = told(++calls);
                assertThat(told.status()).as(path).isEqualTo(status);
                assertThat(told.outcome())
                        .isEqualTo(
                                status < 400
                                        ? CallOutcome.SUCCEEDED
                                        : status < 500 ? CallOutcome.REFUSED : CallOutcome.FAILED);
            }
        }
    }

    @Test
    void anAnswerThatNothingHasChangedIsToldAsItIs() {
        assertThat(post(daemon, "/now", "{\"payload\":\"x\"}").statusCode()).isEqualTo(200);
        assertThat(told(1).status()).isEqualTo(200);
        assertThat(told(1).responseBytes()).isEqualTo("{\"payload\":\"x\"}".length());
        assertThat(post(daemon, "/now", "{\"payload\":\"refused\"}").statusCode())
                .isEqualTo(409);
        assertThat(told(2).status()).isEqualTo(409);
        assertThat(told(2).outcome()).isEqualTo(CallOutcome.REFUSED);
        assertThat(post(daemon, "/now", "{\"payload\":5, \"x\"}").statusCode()).isEqualTo(400);
        assertThat(told(3).outcome()).isEqualTo(CallOutcome.INVALID);
    }

    @Test
    void whatAnExceptionMapperAnswersIsTold() {
        assertThat(post(daemon, "/now", "{\"payload\":\"gone\"}").statusCode()).isEqualTo(410);
        assertThat(told(1).status()).isEqualTo(410);
        assertThat(told(1).outcome()).isEqualTo(CallOutcome.REFUSED);
    }

    @Test
    void theBytesOfAnotherBodyAreTold() {
        Response answer = call("/now", "x", "X-Long", "yes");
        assertThat(answer.asByteArray()).hasSize(100_000);
        assertThat(told(1).responseBytes()).isEqualTo(100_000);
    }

    @Test
    void aFilterThatTakesTooLongIsToldAsTheTimeOutThatTheClientGot() {
        assertThat(call("/now", "x", "X-Hang", "yes").statusCode()).isEqualTo(504);
        assertThat(told(1).status()).isEqualTo(504);
        assertThat(told(1).outcome()).isEqualTo(CallOutcome.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fails", "goes on"})
    void aCallWhoseActionIsNotReachedInTimeIsToldOnce(String then) {
        assertThat(call("/now", "x", "X-Hang-Before", then).statusCode()).isEqualTo(504);
        EndedCall late = told(1);
        assertThat(late.call().action()).isEqualTo("now");
        assertThat(late.status()).isEqualTo(504);
        assertThat(late.outcome()).isEqualTo(CallOutcome.TIMED_OUT);
        assertThat(late.requestBytes()).isEqualTo("{\"payload\":\"x\"}".length());
        assertThat(late.took()).isZero();
        assertThat(post(daemon, "/now", "{\"payload\":\"x\"}").statusCode()).isEqualTo(200);
        assertThat(told(2).status()).isEqualTo(200);
    }
}
