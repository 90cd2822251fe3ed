package io.skillsdk.testing;

import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.Blob;
import io.skillsdk.internal.fabric.standin.Filling;
import io.skillsdk.internal.fabric.standin.ProjectData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a project of an {@link InMemoryFabric} holds: put in before a test, and looked at after it.
 *
 * <p>Thread-safe.
 */
public abstract sealed class InMemoryProject permits InMemoryFabric {

    InMemoryProject() {}

    abstract InMemoryFabric self();

    abstract ProjectData data();

    /**
     * Puts in a secret.
     *
     * @param name its name
     * @param value a string, or any object that can be written as JSON
     * @return this
     */
    public InMemoryFabric secret(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        data().secrets().put(name, JsonDocument.of(value));
        return self();
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
        Objects.requireNonNull(connection, "connection");
        data().connections().put(connection.name(), JsonDocument.of(connection.definition()));
        return self();
    }

    /**
     * Puts in a file of managed content.
     *
     * @param key its key
     * @param text what it holds, in UTF-8
     * @return this
     */
    public InMemoryFabric content(String key, String text) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
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
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(body, "body");
        data().content().put(key, blob(body));
        return self();
    }

    private Blob blob(ContentBody body) {
        try (InputStream stream = body.open()) {
            return Blob.of(
                    stream.readAllBytes(), body.contentType(), data().clock().instant());
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
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
        Map<String, @Nullable Object> made = new Filling(data())
                .run(experiment, run, Map.of("endTime", data().clock().instant().getEpochSecond()));
        new Filling(data()).artifact(experiment, made, name, blob(ContentBody.of(bytes)));
        return self();
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
    public InMemoryFabric run(String experiment, String run, Map<String, ? extends @Nullable Object> fields) {
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(run, "run");
        NullArguments.refuseNamesIn(fields, "fields");
        new Filling(data()).run(experiment, run, fields);
        return self();
    }

    /**
     * Puts in a session.
     *
     * @param id its id
     * @param state its values: a map, or any object that is written as a JSON object
     * @return this
     */
    public InMemoryFabric session(String id, Object state) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        data().sessions().write(id, JsonDocument.of(state).members());
        return self();
    }

    /**
     * Puts in a model.
     *
     * @param document a map, or any object that is written as a JSON object with a {@code name}
     * @return this
     */
    public InMemoryFabric model(Object document) {
        Objects.requireNonNull(document, "document");
        Filling.document(data().models(), JsonDocument.of(document));
        return self();
    }

    /**
     * Puts in a type.
     *
     * @param document a map, or any object that is written as a JSON object with a {@code name}
     * @return this
     */
    public InMemoryFabric type(Object document) {
        Objects.requireNonNull(document, "document");
        Filling.document(data().types(), JsonDocument.of(document));
        return self();
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
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(answering, "answering");
        data().skills().put(name, answering);
        return self();
    }

    /**
     * Puts in an agent that can be called.
     *
     * @param name its name
     * @param answering what it answers, as for {@link #skill}
     * @return this
     */
    public InMemoryFabric agent(String name, UnaryOperator<Object> answering) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(answering, "answering");
        data().agents().put(name, answering);
        return self();
    }

    /**
     * Returns a file of managed content, to look at it.
     *
     * @param key its key
     * @return its bytes, or empty
     */
    public Optional<byte[]> contentOf(String key) {
        Objects.requireNonNull(key, "key");
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
        Objects.requireNonNull(id, "id");
        return JsonDocument.of(data().sessions().read(id)).map();
    }
}
