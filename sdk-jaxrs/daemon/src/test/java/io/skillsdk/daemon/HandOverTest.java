package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.HOLD;
import static io.skillsdk.daemon.Calls.PASS;
import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.post;
import static io.skillsdk.daemon.Calls.postAtOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions that run on the thread that reads, until they turn out to hold it up. */
class HandOverTest {

    private static final int MORE_THAN_SELECTORS = 20;

    private final HeldActions actions = new HeldActions();

    private SkillDaemon daemon;

    @BeforeEach
    void start() {
        daemon = daemon(actions).start();
        for (int i = 0; i < 300; i++) {
            post(daemon, "/hold", PASS).then().statusCode(200);
        }
    }

    @AfterEach
    void stop() {
        actions.letGo.countDown();
        daemon.close();
    }

    @Test
    void aQuickActionThatBlocksAllAtOnceHoldsUpNobody() {
        List<CompletableFuture<Response>> held = postAtOnce(MORE_THAN_SELECTORS, daemon, "/hold", HOLD);
        await().untilAsserted(() -> assertThat(actions.held).hasValue(MORE_THAN_SELECTORS));

        for (int i = 0; i < 50; i++) {
            post(daemon, "/quick", "{}").then().statusCode(200);
        }

        actions.letGo.countDown();
        assertThat(held).allSatisfy(answer -> answer.join().then().statusCode(200));
    }

    @Test
    void aConnectionGoesOnAfterItsCallWasHandedOver() throws IOException {
        try (Socket socket = Calls.connect(daemon.port())) {
            String request = "POST /hold HTTP/1.1\r\nHost: x\r\nContent-Length: " + HOLD.length() + "\r\n\r\n" + HOLD;
            String next = "POST /quick HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(actions.held).hasValue(1));
            // while the first is still held
            socket.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
            post(daemon, "/quick", "{}").then().statusCode(200);
            actions.letGo.countDown();
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(3);
        }
    }
}
