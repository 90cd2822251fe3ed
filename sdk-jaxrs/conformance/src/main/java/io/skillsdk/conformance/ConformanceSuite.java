package io.skillsdk.conformance;

import io.skillsdk.internal.conformance.checks.AnswerChecks;
import io.skillsdk.internal.conformance.checks.Check;
import io.skillsdk.internal.conformance.checks.DrainChecks;
import io.skillsdk.internal.conformance.checks.EnvelopeChecks;
import io.skillsdk.internal.conformance.checks.ErrorChecks;
import io.skillsdk.internal.conformance.checks.HealthChecks;
import io.skillsdk.internal.conformance.checks.HttpChecks;
import io.skillsdk.internal.conformance.checks.Message;
import io.skillsdk.internal.conformance.checks.Target;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tests a running daemon by its address: does it take what the platform sends, and answer what the platform takes?
 *
 * <pre>{@code
 * ConformanceReport report = ConformanceSuite.of(URI.create("http://localhost:5000/invoke"))
 *         .message("{\"payload\": {\"text\": \"to be\"}}")
 *         .run();
 * assertThat(report.conforms()).as(report.toString()).isTrue();
 * }</pre>
 *
 * The facts behind the checks were seen at the platform's gateway 6.11; where its documentation asks for more, that is checked
 * too. A suite is used by one thread, and run once for each daemon.
 */
public final class ConformanceSuite {

    private final URI action;

    private Message message = Message.read("{\"payload\": {}}");

    private @Nullable Message refused;

    private @Nullable Message slow;

    private @Nullable String health;

    private @Nullable ProcessHandle process;

    private ConformanceSuite(URI action) {
        this.action = action;
    }

    /**
     * A suite for the action at an address.
     *
     * @param action the address that the platform would call with POST, such as {@code http://localhost:5000/invoke}
     * @return the suite
     * @throws IllegalArgumentException when it is not an address of plain HTTP with a host
     */
    public static ConformanceSuite of(URI action) {
        if (!"http".equalsIgnoreCase(action.getScheme()) || action.getHost() == null) {
            throw new IllegalArgumentException(
                    "'" + action + "' is not the address of a daemon. Give one such as http://localhost:5000/invoke.");
        }
        return new ConformanceSuite(action);
    }

    /**
     * A message that the action answers.
     *
     * @param json a message.json: an object with {@code payload}, and {@code properties} if it needs some; by default
     *     {@code {"payload": {}}}
     * @return this suite
     * @throws IllegalArgumentException when it is not
     */
    public ConformanceSuite message(String json) {
        message = Message.read(json);
        return this;
    }

    /**
     * A message that the action refuses, as its payload is not valid. Without one that is not checked.
     *
     * @param json a message.json
     * @return this suite
     * @throws IllegalArgumentException when it is not
     */
    public ConformanceSuite refused(String json) {
        refused = Message.read(json);
        return this;
    }

    /**
     * A message that the action takes a second or so to answer, for the drain. Without one, calls in flight are not checked.
     *
     * @param json a message.json
     * @return this suite
     * @throws IllegalArgumentException when it is not
     */
    public ConformanceSuite slow(String json) {
        slow = Message.read(json);
        return this;
    }

    /**
     * The readiness page. The platform itself asks for none; without one, health is not checked.
     *
     * @param path its path, such as {@code /health/ready}
     * @return this suite
     */
    public ConformanceSuite health(String path) {
        health = path.startsWith("/") ? path : "/" + path;
        return this;
    }

    /**
     * The daemon's process, which the last checks end with SIGTERM. Without it, the drain is not checked.
     *
     * @param daemon the process
     * @return this suite
     */
    public ConformanceSuite process(ProcessHandle daemon) {
        process = Objects.requireNonNull(daemon, "daemon");
        return this;
    }

    /**
     * Runs all checks, one after another.
     *
     * @return what became of each
     */
    public ConformanceReport run() {
        Target target = new Target(action, message, refused, slow, health, process);
        return new ConformanceReport(Stream.of(
                        EnvelopeChecks.all(),
                        AnswerChecks.all(),
                        ErrorChecks.all(),
                        HttpChecks.all(),
                        HealthChecks.all(),
                        DrainChecks.all())
                .flatMap(List::stream)
                .map((Check check) -> check.run(target))
                .toList());
    }
}
