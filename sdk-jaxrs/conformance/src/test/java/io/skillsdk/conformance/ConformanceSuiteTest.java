package io.skillsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.skillsdk.daemon.SkillDaemon;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConformanceSuiteTest {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @Test
    void theSdksOwnDaemonConformsFromItsFirstCallToItsEnd() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingSkill.class.getName(),
                        "--daemon.host=127.0.0.1",
                        "--daemon.port=0")
                .redirectErrorStream(true)
                .start();
        try {
            ConformanceReport report = ConformanceSuite.of(URI.create(address(process) + "/invoke"))
                    .message(CountingSkill.MESSAGE)
                    .refused(CountingSkill.REFUSED)
                    .slow(CountingSkill.SLOW)
                    .health("/health/ready")
                    .process(process.toHandle())
                    .run();
            assertThat(report.results())
                    .as(report.toString())
                    .extracting(ConformanceResult::verdict)
                    .containsOnly(Verdict.PASSED);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                // a process whose output nobody reads stands still once the pipe is full
                Thread rest = new Thread(() -> output.lines().forEach(unread -> {}), "output of the daemon");
                rest.setDaemon(true);
                rest.start();
                return address.group();
            }
        }
        throw new IOException("The daemon has ended without serving:\n" + seen);
    }

    @Test
    void whatIsNotGivenIsSkippedAndSaysWhatItNeeds() {
        try (SkillDaemon daemon = SkillDaemon.builder(new CountingSkill())
                .set("daemon.host", "127.0.0.1")
                .port(0)
                .start()) {
            ConformanceReport report = ConformanceSuite.of(daemon.uri().resolve("/invoke"))
                    .message(CountingSkill.MESSAGE)
                    .run();
            assertThat(report.conforms()).as(report.toString()).isTrue();
            assertThat(report.with(Verdict.SKIPPED))
                    .extracting(ConformanceResult::id)
                    .containsExactly(
                            "errors.refused",
                            "health.ready",
                            "health.quick",
                            "drain.in-flight",
                            "drain.late-calls",
                            "drain.unready",
                            "drain.ends");
            assertThat(report.with(Verdict.SKIPPED))
                    .allMatch(result -> result.detail().contains("--"));
        }
    }

    @Test
    void everyCheckHasANameOfItsOwn() throws IOException {
        try (FaultyDaemon daemon = FaultyDaemon.answering(200, "OK", "{\"payload\": {}}")) {
            assertThat(ConformanceSuite.of(daemon.action()).run().results())
                    .extracting(ConformanceResult::id)
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.matches("(envelope|answer|errors|http|health|drain)\\.[a-z-]+"));
        }
    }

    @Test
    void whatIsNotAnAddressOrAMessageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformanceSuite.of(URI.create("localhost:5000/invoke")))
                .withMessageContaining("http://localhost:5000/invoke");
        ConformanceSuite suite = ConformanceSuite.of(URI.create("http://localhost:5000/invoke"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suite.message("{\"text\": 1}"))
                .withMessage("The message is not a JSON object with a payload.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suite.message("{\"payload\": }"))
                .withMessage("The message is not JSON: this is not a value at character 13.");
    }
}
