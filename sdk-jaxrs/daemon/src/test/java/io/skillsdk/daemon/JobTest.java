package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.skillsdk.BackgroundTasks;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillResponse;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.EndedCall;
import io.skillsdk.internal.daemon.command.SkillCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** An action run to its end as a job. */
class JobTest {

    record Text(@SkillParameter(required = true) String text) {}

    final class Work implements AutoCloseable {
        @SkillAction(outputs = {"response", "other"})
        public SkillResponse<Integer> count(Text payload, BackgroundTasks after) {
            after.add("tidy up", () -> events.add("tidied up"));
            events.add("counted");
            int words = payload.text().split(" ").length;
            return payload.text().startsWith("!") ? SkillResponse.to("other", words) : SkillResponse.of(words);
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }

    static final class Slow {
        @SkillAction
        public long sleep(SkillContext context) throws InterruptedException {
            new CountDownLatch(1).await();
            return context.remaining().toMillis();
        }
    }

    static final class Patient {
        @SkillAction
        public long hours(SkillContext context) {
            return context.remaining().toHours();
        }
    }

    private final StringWriter out = new StringWriter();

    private final StringWriter err = new StringWriter();

    private final List<String> events = new CopyOnWriteArrayList<>();

    private final List<String> received = new CopyOnWriteArrayList<>();

    private HttpServer platform;

    private volatile int answers = 200;

    @BeforeEach
    void servePlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", exchange -> {
            received.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization") + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            events.add("sent");
            byte[] said = "{\"success\":true,\"message\":\"Message 1 submitted\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answers, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void stopPlatform() {
        platform.stop(0);
    }

    private int run(SkillDaemon.Builder skill, String... args) {
        CommandLine line = SkillCommand.commandLine(new DaemonProcess(skill.skill()));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private String envelope(String text) {
        return "{\"payload\":{\"text\":\"" + text
                + "\"},\"token\":\"secret-token\",\"projectId\":\"p\",\"apiEndpoint\":"
                + "\"http://127.0.0.1:" + platform.getAddress().getPort() + "\",\"activationId\":\"a 1\","
                + "\"channelId\":\"c-1\",\"outputName\":\"response\"}";
    }

    @Test
    void theResultIsSentToTheOutputOfTheEnvelopeAndNotPrinted() {
        assertThat(run(SkillDaemon.builder(new Work()), "job", envelope("to be")))
                .isZero();
        assertThat(received)
                .containsExactly(
                        "POST /internal/messages/a%201/c-1/response Bearer secret-token {\"payload\":{\"result\":2}}");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aResultForAnotherOutputIsSentThere() {
        assertThat(run(SkillDaemon.builder(new Work()), "job", envelope("! to be")))
                .isZero();
        assertThat(received).singleElement().asString().contains("/c-1/other ");
    }

    @Test
    void hooksListenersBackgroundTasksAndResourcesHaveTheOrderThatADaemonGivesThem() {
        SkillDaemon.Builder skill = SkillDaemon.builder()
                .action(Work.class, Work::new)
                .onStart(() -> events.add("started"))
                .onStop(() -> events.add("stopped"))
                .listener(new CallListener() {
                    @Override
                    public void ended(EndedCall call) {
                        events.add("told of " + call.status());
                    }
                });
        assertThat(run(skill, "job", envelope("to be"))).isZero();
        assertThat(events)
                .containsExactly("started", "counted", "told of 200", "sent", "tidied up", "stopped", "closed");
    }

    @Test
    void withoutAnActivationThatWaitsTheResultIsPrinted() {
        assertThat(run(SkillDaemon.builder(new Work()), "job", "{\"payload\":{\"text\":\"to be\"}}"))
                .isZero();
        assertThat(out).hasToString("{\"payload\":{\"result\":2}}\n");
        assertThat(received).isEmpty();
    }

    @Test
    void anErrorIsPrintedAndSentToNoOutput() {
        String invalid = envelope("x").replace("\"text\"", "\"txt\"");
        assertThat(run(SkillDaemon.builder(new Work()), "job", invalid)).isEqualTo(1);
        assertThat(out.toString()).contains("\"status\":400", "payload.text", "\"activationId\":\"a 1\"");
        assertThat(run(SkillDaemon.builder(new Work()), "job", "no JSON")).isEqualTo(1);
        assertThat(out.toString()).contains("not valid JSON");
        assertThat(received).isEmpty();
    }

    @Test
    void aResultThatThePlatformDoesNotTakeIsAFailureAndIsPrintedAndNotSentAgain() {
        answers = 500;
        String address = "http://127.0.0.1:" + platform.getAddress().getPort();
        try (CapturedLog log = CapturedLog.of("io.skillsdk.daemon.job")) {
            assertThat(run(SkillDaemon.builder(new Work()), "job", envelope("to be")))
                    .isEqualTo(1);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("The result could not be sent to the platform: The platform at " + address + ": ")
                    .endsWith(" It is the result of count in activation a 1, and is printed")
                    .doesNotContain("secret-token");
        }
        assertThat(received).hasSize(1);
        assertThat(out).hasToString("{\"payload\":{\"result\":2}}\n");
    }

    @Test
    void thereIsNoTimeLimitUnlessOneIsGiven() {
        SkillDaemon.Builder brief = SkillDaemon.builder(new Patient()).timeout(Duration.ofSeconds(1));
        assertThat(run(brief, "job", "{}")).isZero();
        assertThat(Long.parseLong(out.toString().replaceAll("\\D", ""))).isGreaterThan(10_000);
        assertThat(run(SkillDaemon.builder(new Slow()), "job", "--timeout=200ms", "{}"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("did not answer within 200 ms. Give the job more time with --timeout.");
        assertThat(run(SkillDaemon.builder(new Slow()), "job", "--timeout=soon", "{}"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'soon' is not a time such as 90s, 30m or 2h");
    }

    @Test
    void theOutputNameChoosesAmongSeveralActions() {
        SkillDaemon.Builder both = SkillDaemon.builder(new Work(), new Patient());
        assertThat(run(both, "job", "{\"outputName\":\"count\",\"payload\":{\"text\":\"to be\"}}"))
                .isZero();
        assertThat(run(both, "job", "{}")).isEqualTo(1);
        assertThat(err.toString()).contains("There are several actions: count, hours.");
        assertThat(run(both, "job", "--action", "hours", "{}")).isZero();
    }

    @Test
    void aJobThatCannotStartSaysWhy() {
        SkillDaemon.Builder broken = SkillDaemon.builder().action(Work.class, () -> {
            throw new IllegalStateException("no database");
        });
        assertThat(run(broken, "job", "{}")).isEqualTo(1);
        assertThat(err.toString()).contains("The job cannot start: Work could not be made: no database");
    }

    /** A job in a process of its own. */
    static final class Main implements AutoCloseable {
        @SkillAction
        public String work() throws InterruptedException {
            System.out.println("working");
            new CountDownLatch(1).await();
            return "never";
        }

        @Override
        public void close() {
            System.out.println("closed");
        }

        public static void main(String[] args) {
            SkillDaemon.run(args, new Main());
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aJobThatIsToldToEndIsInterruptedAndClosesWhatItHolds(String signal, int code) throws Exception {
        try (DaemonUnderTest job = DaemonUnderTest.launch(Main.class, "job", "{}")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> job.said().contains("working"));
            job.signal(signal);
            assertThat(job.exitCode()).isEqualTo(code);
            assertThat(job.said()).contains("closed");
        }
    }
}
