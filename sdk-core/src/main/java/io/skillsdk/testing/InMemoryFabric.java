package io.skillsdk.testing;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.Platform;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.ProjectData;
import io.skillsdk.internal.fabric.standin.SettableClock;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A platform in memory, for tests of actions that use a {@link Fabric}: no HTTP and no waiting. It behaves as the platform does:
 * values make a round trip through JSON, sessions have an end, an upload replaces, a run's artifacts are content as well.
 *
 * <pre>{@code
 * InMemoryFabric platform = new InMemoryFabric()
 *         .secret("db-password", "s3cret")
 *         .artifact("german-credit", "run_01", "model", bytes);
 * Scores scores = new Predict().predict(rows, platform.fabric());
 * assertThat(platform.calls()).contains("GET experiments/german-credit/runs/run_01");
 * }</pre>
 *
 * <p>Thread-safe. Make one for each test.
 */
public final class InMemoryFabric extends InMemoryProject {

    /** The project of {@link #fabric()}, and of what is put in without naming another. */
    public static final String PROJECT = "test-project";

    /** The session of {@link #fabric()}. */
    public static final String SESSION = "test-session";

    private final SettableClock clock;

    private final StandInPlatform standIn;

    private final Platform platform;

    private final String project;

    /** Makes an empty platform. */
    public InMemoryFabric() {
        this.clock = new SettableClock();
        this.standIn = new StandInPlatform(clock, SessionForm.BARE);
        this.platform = Platform.over(
                standIn,
                // what is to fail once fails once
                FabricSettings.DEFAULTS.sessionForm(SessionForm.BARE).retries(0),
                Clock.systemUTC());
        this.project = PROJECT;
    }

    private InMemoryFabric(InMemoryFabric whole, String project) {
        this.standIn = whole.standIn;
        this.platform = whole.platform;
        this.project = project;
        this.clock = whole.clock;
    }

    /**
     * Returns a client of it, in the project {@link #PROJECT} and the session {@link #SESSION}, with 30 seconds for its calls.
     *
     * @return the client
     */
    public Fabric fabric() {
        return open(new FabricCall(
                        null, null, PROJECT, SESSION, null, Instant.now().plusSeconds(30), Map.of()))
                .fabric();
    }

    /**
     * Returns the same platform, to put things into another project of it.
     *
     * @param id the project's id
     * @return the platform, seen from there
     */
    public InMemoryFabric in(String id) {
        Objects.requireNonNull(id, "id");
        return new InMemoryFabric(this, id);
    }

    /**
     * Puts in what answers GraphQL.
     *
     * @param answering the request, with {@code query} and {@code variables}, to the answer, with {@code data} or {@code errors}
     * @return this
     */
    public InMemoryFabric graphql(Function<Map<String, @Nullable Object>, Map<String, ?>> answering) {
        Objects.requireNonNull(answering, "answering");
        standIn.graphql(request -> JsonDocument.of(answering.apply(request.map())));
        return this;
    }

    /**
     * Makes the next call of a resource fail; several are queued. Nothing is sent again by itself here.
     *
     * @param resource the resource
     * @param reason why it is to fail
     * @return this
     */
    public InMemoryFabric failNext(FabricResource resource, Reason reason) {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(reason, "reason");
        standIn.faults().failNext(resource.area(), reason);
        return this;
    }

    /**
     * Makes the platform refuse the token from now on.
     *
     * @return this
     */
    public InMemoryFabric expireToken() {
        standIn.faults().expireToken();
        return this;
    }

    /**
     * Makes every call take some time; one that has less fails with {@link Reason#TIMED_OUT}.
     *
     * @param time how long
     * @return this
     */
    public InMemoryFabric delay(Duration time) {
        Objects.requireNonNull(time, "time");
        standIn.faults().delay(time);
        return this;
    }

    /**
     * Sets the clock by which sessions end and runs and files get their times.
     *
     * @param other the clock
     * @return this
     */
    public InMemoryFabric clock(Clock other) {
        Objects.requireNonNull(other, "other");
        clock.set(other);
        return this;
    }

    /**
     * Returns what the platform was asked.
     *
     * @return method and path of each call, without the project, such as {@code GET content/a.csv}
     */
    public List<String> calls() {
        return standIn.faults().asked();
    }

    /** A client for a call of a tester: in the call's project and session, or in those of {@link #fabric()}. */
    CallFabric open(FabricCall call) {
        String session = call.sessionId() == null && call.activationId() == null ? SESSION : call.sessionId();
        return platform.open(new FabricCall(
                StandInPlatform.ENDPOINT,
                "in-memory",
                call.projectId() == null ? PROJECT : call.projectId(),
                session,
                call.activationId(),
                call.deadline(),
                call.headers()));
    }

    StandInPlatform standIn() {
        return standIn;
    }

    @Override
    InMemoryFabric self() {
        return this;
    }

    @Override
    ProjectData data() {
        return standIn.project(project);
    }
}
