package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.testing.FabricServer;
import io.skillsdk.testing.InMemoryFabric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three daemons with one session store behind HAProxy, under load: a rolling restart, one that hangs, scaling down and up, one that is
 * killed. Nothing is lost but what ran in the killed process, and nothing runs twice.
 */
@Tag("one-jdk")
class ReplicasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final int GONE = 0;

    /** Notes each of its runs in the session of the call. */
    static final class Main {
        @SkillAction
        public String run(Map<String, Object> payload, Fabric fabric) {
            String pid = String.valueOf(ProcessHandle.current().pid());
            fabric.session().put(UUID.randomUUID().toString(), pid);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            return pid;
        }

        public static void main(String[] args) {
            SkillDaemon.run(args, new Main());
        }
    }

    private final List<DaemonUnderTest> replicas = new ArrayList<>();

    private final List<Integer> ports = new ArrayList<>();

    private Load load;

    private DaemonUnderTest launch(int replica) throws IOException {
        return DaemonUnderTest.launch(
                Main.class,
                "--daemon.host=127.0.0.1",
                "--daemon.port=" + ports.get(replica),
                "--daemon.settle-time=1500ms");
    }

    private void relaunch(int... which) throws IOException {
        for (int replica : which) {
            replicas.set(replica, launch(replica));
        }
        for (int replica : which) {
            replicas.get(replica).port();
            awaitCalls(replica);
        }
    }

    /** Waits until a replica gets calls. */
    private void awaitCalls(int replica) {
        awaitCalls(replica, load);
    }

    private void awaitCalls(int replica, Load load) {
        long pid = replicas.get(replica).pid();
        long before = load.answeredBy(pid);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(load.answeredBy(pid))
                        .as("calls answered by replica %d; lost: %s", replica, load.lost())
                        .isGreaterThan(before + 5));
    }

    private void terminate(int... which) throws InterruptedException {
        for (int replica : which) {
            replicas.get(replica).terminate();
        }
        for (int replica : which) {
            await().atMost(PATIENCE)
                    .until(() -> replicas.get(replica).said().stream().anyMatch(line -> line.contains("Stopping")));
            assertThat(readiness(replica)).isIn(503, GONE);
        }
        for (int replica : which) {
            assertThat(replicas.get(replica).exitCode()).isZero();
        }
    }

    private int readiness(int replica) {
        try {
            return replicas.get(replica).readiness();
        } catch (RuntimeException e) {
            return GONE; // on a busy machine the settle time may be over by now
        }
    }

    private static void signal(String signal, DaemonUnderTest daemon) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(daemon.pid())).start();
        assertThat(kill.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    @Test
    void nothingIsLostButInAKilledProcessAndNothingRunsTwice(@TempDir Path folder) throws Exception {
        for (int replica = 0; replica < 3; replica++) {
            ports.add(ProxyUnderTest.freePort());
        }
        InMemoryFabric platform = new InMemoryFabric();
        try (ProxyUnderTest proxy = ProxyUnderTest.balance(ports, folder);
                FabricServer server = FabricServer.of(platform)) {
            for (int replica = 0; replica < 3; replica++) {
                replicas.add(launch(replica));
            }
            replicas.forEach(DaemonUnderTest::port);
            awaitBalancer(proxy);
            try (Load begun = Load.on("call", proxy.port(), server)) {
                load = begun;
                for (int replica = 0; replica < 3; replica++) {
                    awaitCalls(replica);
                }
                rollingRestart();
                oneHangs(proxy, server);
                scaleDownAndUp();
                assertThat(load.lost()).as("lost before any was killed").isEmpty();
                String killed = kill(0);
                load.end();
                assertThat(load.lost().keySet())
                        .allSatisfy(id -> assertThat(Load.runs(platform, id))
                                .as(
                                        "%s, which was answered with %s",
                                        id, load.lost().get(id))
                                .isSubsetOf(killed));
            }
            assertThat(load.calls())
                    .allSatisfy(id -> assertThat(Load.runs(platform, id))
                            .as("runs of %s", id)
                            .hasSizeLessThanOrEqualTo(1));
        } finally {
            replicas.forEach(DaemonUnderTest::close);
        }
    }

    private static void awaitBalancer(ProxyUnderTest proxy) {
        await().atMost(PATIENCE)
                .until(() -> RestAssured.get("http://127.0.0.1:" + proxy.port() + "/health/ready")
                                .statusCode()
                        == 200);
    }

    private void rollingRestart() throws Exception {
        for (int replica = 0; replica < 3; replica++) {
            terminate(replica);
            relaunch(replica);
        }
    }

    /** Clients whose calls it has wait for it; others are not sent there any more. */
    private void oneHangs(ProxyUnderTest proxy, FabricServer server) throws Exception {
        signal("STOP", replicas.get(1));
        String down = "/replica" + ports.get(1) + " is DOWN, reason: Layer7 timeout";
        await().atMost(PATIENCE).until(() -> proxy.said().contains(down));
        try (Load others = Load.on("other", proxy.port(), server)) {
            awaitCalls(0, others);
            awaitCalls(2, others);
            signal("CONT", replicas.get(1));
            awaitCalls(1, others);
            others.end();
            assertThat(others.lost()).as("lost while one was hanging").isEmpty();
        }
        awaitCalls(1);
        assertThat(replicas.get(1).readiness()).isEqualTo(200);
    }

    private void scaleDownAndUp() throws Exception {
        terminate(1, 2);
        awaitCalls(0);
        relaunch(1, 2);
    }

    /** Kills a replica amid its calls, and waits until the others and its successor have some; returns its process. */
    private String kill(int replica) throws Exception {
        String pid = String.valueOf(replicas.get(replica).pid());
        replicas.get(replica).close();
        awaitCalls(1);
        relaunch(replica);
        return pid;
    }
}
