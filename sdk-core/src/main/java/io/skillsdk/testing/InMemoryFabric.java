package io.skillsdk.testing;

import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.CallFabric;
import io.skillsdk.internal.fabric.FabricCall;
import io.skillsdk.internal.fabric.FabricSettings;
import io.skillsdk.internal.fabric.Platform;
import io.skillsdk.internal.fabric.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.Blob;
import io.skillsdk.internal.fabric.standin.Filling;
import io.skillsdk.internal.fabric.standin.ProjectData;
import io.skillsdk.internal.fabric.standin.SettableClock;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
public final class InMemoryFabric {

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
        return new InMemoryFabric(this, id);
    }

    /**
     * Puts in a secret.
     *
     * @param name its name
     * @param value a string, or any object that can be written as JSON
     * @return this
     */
    public InMemoryFabric secret(String name, Object value) {
        data().secrets().put(name, JsonDocument.of(value));
        return this;
    }

    /**
     * Puts in a connection. References such as {@code #SECURE.name} are filled in from the secrets when it is read.
     *
     * @param name its name
     * @param type its type, such as {@code mongo}
     * @param params its parameters
     * @return this
     */
    public InMemoryFabric connection(String name, String type, Map<String, ?> params) {
        return connection(ConnectionDefinition.of(name, type, params));
    }

    /**
     * Puts in a connection.
     *
     * @param connection the connection
     * @return this
     */
    public InMemoryFabric connection(ConnectionDefinition connection) {
        data().connections().put(connection.name(), JsonDocument.of(connection.definition()));
        return this;
    }

    /**
     * Puts in a file of managed content.
     *
     * @param key its key
     * @param text what it holds, in UTF-8
     * @return this
     */
    public InMemoryFabric content(String key, String text) {
        return content(key, ContentBody.of(text));
    }

    /**
     * Puts in a file of managed content.
     *
     * @param key its key
     * @param body what it holds, read now
     * @return this
     */
    public InMemoryFabric content(String key, ContentBody body) {
        data().content().put(key, blob(body));
        return this;
    }

    private Blob blob(ContentBody body) {
        try (InputStream stream = body.open()) {
            return Blob.of(stream.readAllBytes(), body.contentType(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the body.", e);
        }
    }

    /**
     * Puts in an artifact, with its experiment and run where they are missing. A run made so has ended.
     *
     * @param experiment the experiment's name
     * @param run the run's id
     * @param name the artifact's name
     * @param bytes what it holds
     * @return this
     */
    public InMemoryFabric artifact(String experiment, String run, String name, byte[] bytes) {
        Map<String, @Nullable Object> made = new Filling(data())
                .run(experiment, run, Map.of("endTime", clock.instant().getEpochSecond()));
        new Filling(data()).artifact(experiment, made, name, blob(ContentBody.of(bytes)));
        return this;
    }

    /**
     * Puts in a run, with its experiment where that is missing.
     *
     * @param experiment the experiment's name
     * @param run the run's id
     * @param fields {@code startTime} and {@code endTime} in seconds, {@code params}, {@code metrics}, {@code meta}; without an
     *     {@code endTime} it has not been stopped
     * @return this
     */
    public InMemoryFabric run(String experiment, String run, Map<String, ?> fields) {
        new Filling(data()).run(experiment, run, fields);
        return this;
    }

    /**
     * Puts in a session.
     *
     * @param id its id
     * @param state its values: a map, or any object that is written as a JSON object
     * @return this
     */
    public InMemoryFabric session(String id, Object state) {
        data().sessions().write(id, JsonDocument.of(state).members());
        return this;
    }

    /**
     * Puts in a model.
     *
     * @param document a map, or any object that is written as a JSON object with a {@code name}
     * @return this
     */
    public InMemoryFabric model(Object document) {
        Filling.document(data().models(), JsonDocument.of(document));
        return this;
    }

    /**
     * Puts in a type.
     *
     * @param document a map, or any object that is written as a JSON object with a {@code name}
     * @return this
     */
    public InMemoryFabric type(Object document) {
        Filling.document(data().types(), JsonDocument.of(document));
        return this;
    }

    /**
     * Puts in a skill that can be called.
     *
     * @param name its name
     * @param answering what it answers: payload to payload, as maps, lists, strings, numbers and booleans; what it throws makes
     *     the activation fail
     * @return this
     */
    public InMemoryFabric skill(String name, UnaryOperator<Object> answering) {
        data().skills().put(name, answering);
        return this;
    }

    /**
     * Puts in an agent that can be called.
     *
     * @param name its name
     * @param answering what it answers, as for {@link #skill}
     * @return this
     */
    public InMemoryFabric agent(String name, UnaryOperator<Object> answering) {
        data().agents().put(name, answering);
        return this;
    }

    /**
     * Puts in what answers GraphQL.
     *
     * @param answering the request, with {@code query} and {@code variables}, to the answer, with {@code data} or {@code errors}
     * @return this
     */
    public InMemoryFabric graphql(Function<Map<String, @Nullable Object>, Map<String, ?>> answering) {
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
        clock.set(other);
        return this;
    }

    /**
     * Returns a file of managed content, to look at it.
     *
     * @param key its key
     * @return its bytes, or empty
     */
    public Optional<byte[]> contentOf(String key) {
        return Optional.ofNullable(data().content().get(key)).map(blob -> {
            try (InputStream stream = blob.open()) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Returns the values of a session, to look at them.
     *
     * @param id its id
     * @return the values; empty when there is no session
     */
    public Map<String, @Nullable Object> sessionOf(String id) {
        return JsonDocument.of(data().sessions().read(id)).map();
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

    private ProjectData data() {
        return standIn.project(project);
    }
}
