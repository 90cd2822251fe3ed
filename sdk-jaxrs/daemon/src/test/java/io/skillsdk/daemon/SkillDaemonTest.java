package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SkillDaemonTest {

    static final class One {
        @SkillAction
        public String run(Map<String, Object> payload) {
            return "ran";
        }
    }

    private static SkillDaemon.Builder local(Object... actions) {
        return Calls.daemon(actions);
    }

    private static int post(SkillDaemon daemon, String path) {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .body("{}")
                .post(path)
                .statusCode();
    }

    @Test
    void portZeroPicksAFreeOneAndSaysWhich() {
        try (SkillDaemon first = local(new One()).start();
                SkillDaemon second = local(new One()).start()) {
            assertThat(first.port()).isPositive().isNotEqualTo(second.port());
            assertThat(first.uri()).hasToString("http://127.0.0.1:" + first.port() + "/");
            assertThat(post(first, "/invoke")).isEqualTo(200);
            assertThat(post(second, "/invoke")).isEqualTo(200);
        }
    }

    @Test
    void methodAndPathOfTheSettingsAreThoseOfTheActionThatNamesNone() {
        try (SkillDaemon daemon = local(new One())
                .set("daemon.method", "PUT")
                .set("daemon.path", "/a/b/")
                .start()) {
            String uri = daemon.uri().toString();
            RestAssured.given().baseUri(uri).body("{}").put("/a/b").then().statusCode(200);
            RestAssured.given().baseUri(uri).body("{}").post("/a/b").then().statusCode(405);
            assertThat(post(daemon, "/invoke")).isEqualTo(404);
        }
    }

    @Test
    void theLimitOfBodiesIsASetting() {
        try (SkillDaemon daemon =
                local(new One()).set("daemon.max-request-size", "10").start()) {
            RestAssured.given()
                    .baseUri(daemon.uri().toString())
                    .body("{\"a\": \"0123456789\"}")
                    .post("/invoke")
                    .then()
                    .statusCode(413);
            assertThat(post(daemon, "/invoke")).isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenStopsTheStartWithTheMend() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> local(new One())
                            .set("daemon.port", String.valueOf(taken.getLocalPort()))
                            .start())
                    .isInstanceOf(DaemonStartException.class)
                    .hasMessageContaining("daemon.port " + taken.getLocalPort() + " on 127.0.0.1 cannot be listened on")
                    .hasMessageContaining("Choose another port");
        }
    }

    @Test
    void aHostThatIsNotThisMachineStopsTheStart() {
        assertThatThrownBy(() -> SkillDaemon.builder(new One())
                        .set("daemon.host", "192.0.2.1")
                        .set("daemon.port", "0")
                        .start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("192.0.2.1");
    }

    @Test
    void anActionThatCannotWorkStopsTheStart() {
        assertThatThrownBy(() -> local(new Object()).start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("has no action");
        assertThatThrownBy(() -> local(new One()).set("daemon.method", "GET").start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("the platform sends none with GET");
    }

    @Test
    void aStoppedDaemonHasClosedItsPort() {
        SkillDaemon daemon = local(new TestActions()).start();
        int port = daemon.port();
        daemon.close();
        daemon.close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    static final class Slow {
        final CountDownLatch begun = new CountDownLatch(1);

        final CountDownLatch end = new CountDownLatch(1);

        @SkillAction
        public String run() throws InterruptedException {
            begun.countDown();
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
            return "done";
        }
    }

    @Test
    void aCallInFlightIsFinishedBeforeTheDaemonStops() throws Exception {
        Slow slow = new Slow();
        SkillDaemon daemon = local(slow).start();
        int[] status = new int[1];
        Thread caller = new Thread(() -> status[0] = post(daemon, "/invoke"));
        caller.start();
        assertThat(slow.begun.await(60, TimeUnit.SECONDS)).isTrue();
        Thread stopper = new Thread(daemon::close);
        stopper.start();
        slow.end.countDown();
        caller.join(30_000);
        stopper.join(30_000);
        assertThat(status[0]).isEqualTo(200);
    }

    @Test
    void awaitReturnsWhenTheDaemonHasStopped() throws Exception {
        SkillDaemon daemon = local(new One()).start();
        Thread waiter = new Thread(() -> {
            try {
                daemon.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiter.start();
        daemon.close();
        waiter.join(30_000);
        assertThat(waiter.isAlive()).isFalse();
    }
}
