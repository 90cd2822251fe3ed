package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A daemon on a developer's machine, and the pages of other sites in the browser there. */
class CrossSiteTest {

    private static final AtomicInteger RUNS = new AtomicInteger();

    /** An action that a page should not be able to run. */
    public static final class Main {
        @SkillAction
        public String run(Map<String, Object> payload) {
            RUNS.incrementAndGet();
            return "ran";
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder(new Main())).run(args);
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = Calls.through(SkillDaemon.builder(new Main()))
                .set("daemon.host", "0.0.0.0")
                .set("daemon.port", "0")
                .start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static String request(String host, String headers) {
        return "POST /invoke HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + "Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    }

    private static String call(String host, String headers) throws IOException {
        return Calls.exchange(daemon.port(), request(host, headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example.com\r\n",
                "Origin: http://evil.example.com:5000\r\nSec-Fetch-Site: cross-site\r\n",
                "Origin: null\r\n",
                "Origin: http://localhost.evil.com\r\n",
                "Origin: http://127.0.0.1.evil.com\r\n",
                "Origin: http://10.0.0.1\r\n",
                "Origin: chrome-extension://abcdefgh\r\n",
                "Origin: \r\n",
                "Sec-Fetch-Site: cross-site\r\n",
            })
    void aPageOfAnotherSiteIsRefused(String headers) throws IOException {
        int before = RUNS.get();
        assertThat(call("localhost:5000", headers))
                .startsWith("HTTP/1.1 403 Forbidden\r\n")
                .contains("Connection: close", "\"status\":403", "by a page of another site", "localhost");
        assertThat(RUNS).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com",
                "evil.com:5000",
                "EVIL.com.",
                "localhost.evil.com",
                "127.0.0.1.evil.com",
                "1.2.3.4.com"
            })
    void aNameThatWasLedToThisMachineIsRefused(String host) throws IOException {
        int before = RUNS.get();
        assertThat(call(host, ""))
                .startsWith("HTTP/1.1 403 Forbidden\r\n")
                .contains("under a public name (Host: " + host + ")", "Call it as localhost");
        assertThat(call(host, "Origin: http://" + host + "\r\n")).startsWith("HTTP/1.1 403 ");
        assertThat(RUNS).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Origin: http://localhost:3000\r\nSec-Fetch-Site: same-site\r\n",
                "Origin: http://127.0.0.1:3000\r\nSec-Fetch-Site: cross-site\r\n",
                "Origin: http://[::1]:3000\r\n",
                "Origin: https://app.localhost\r\n",
                "Sec-Fetch-Site: none\r\n",
                "Sec-Fetch-Site: same-origin\r\n",
            })
    void pagesOfThisMachineAndProgramsAreServed(String headers) throws IOException {
        assertThat(call("localhost:5000", headers)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:5000",
                "localhost.",
                "127.0.0.1:5000",
                "127.1.2.3",
                "[::1]:5000",
                "my-machine:5000",
                "host.docker.internal:5000",
                "skill.default.svc.cluster.local",
                "app.localhost",
                ""
            })
    void namesThatNoSiteCanHaveAreServed(String host) throws IOException {
        assertThat(call(host, "")).startsWith("HTTP/1.1 200 ");
        assertThat(call(host, "Origin: http://" + host + "\r\n"))
                .startsWith(host.isEmpty() ? "HTTP/1.1 403 " : "HTTP/1.1 200 ");
    }

    @Test
    void callsFromAnotherMachineAreServedWhateverTheySay() throws IOException {
        InetAddress own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(own != null, "this machine has no address but 127.0.0.1");
        try (Socket socket = new Socket(own, daemon.port())) {
            socket.setSoTimeout(60_000);
            String request =
                    request("skill.acme.com", "Origin: https://app.acme.com\r\nSec-Fetch-Site: cross-site\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void inAClusterAnAgentMayPassOnWhatItWasSent() throws IOException {
        // a proxy beside the daemon calls it over loopback, with the headers of a browser that called the agent
        try (DaemonUnderTest inPod =
                DaemonUnderTest.startWith(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"), Main.class)) {
            String request =
                    request("skill.acme.com", "Origin: https://app.acme.com\r\nSec-Fetch-Site: cross-site\r\n");
            assertThat(Calls.exchange(inPod.port(), request)).startsWith("HTTP/1.1 200 ");
        }
    }
}
