package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Odd requests through a proxy. What it passes on, and how the daemon reads that, must be the same request: else the rest of it is taken for
 * that of the next client, which gets another client's answer.
 */
@Tag("one-jdk")
class ProxyTest {

    private static final AtomicInteger CLIENTS = new AtomicInteger(1_000_000);

    @ParameterizedTest
    @CsvSource({"NGINX, false", "NGINX, true", "HAPROXY, false", "HAPROXY, true"})
    void nobodyGetsAnotherClientsAnswer(ProxyUnderTest.Program program, boolean jaxrs, @TempDir Path folder)
            throws IOException {
        SkillDaemon.Builder builder = SkillDaemon.builder(new TestActions())
                .set("daemon.host", "127.0.0.1")
                .set("daemon.port", "0");
        try (SkillDaemon daemon = (jaxrs ? builder.register(JaxrsRoute.Passing.class) : builder).start();
                ProxyUnderTest proxy = ProxyUnderTest.start(program, daemon, folder)) {
            assertIsAnswered(proxy, "before all");
            List<String> odd =
                    RouteDifferencesTest.requests().map(request -> request[1]).toList();
            Random random = new Random(Long.getLong("test.seed", 20261126));
            // each as it is, then some of them changed
            int rounds = odd.size() + Integer.getInteger("test.rounds", 40);
            for (int round = 0; round < rounds; round++) {
                String request = round < odd.size()
                        ? odd.get(round)
                        : RouteDifferencesTest.changed(odd.get(random.nextInt(odd.size())), random);
                RouteDifferencesTest.exchange(proxy.port(), request);
                assertIsAnswered(proxy, request);
                assertIsAnswered(proxy, request);
            }
        }
    }

    private static void assertIsAnswered(ProxyUnderTest proxy, String after) throws IOException {
        int client = CLIENTS.incrementAndGet();
        String answer = RouteDifferencesTest.exchange(
                proxy.port(),
                "GET /profiles/" + client + "?q=c" + client + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .as("the answer to client %s after %s", client, after)
                .startsWith("HTTP/1.1 200 ")
                .contains("{\"payload\":{\"id\":" + client + ",\"q\":\"c" + client + "\"");
    }
}
