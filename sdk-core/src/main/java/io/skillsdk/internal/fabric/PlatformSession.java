package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Session;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session over the wire. */
record PlatformSession(ProjectCalls calls, String id) implements Session {

    /** Fields in which gateway 6.11 keeps what it needs itself. */
    private static final Set<String> RESERVED = Set.of("sess.ttl", "sess.descr");

    private static final JsonDocument EMPTY = JsonDocument.of(Map.of());

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        // servers know the one or the other, and one that knows neither gives all
        String name = UrlText.query(key, words());
        JsonDocument value = read("?key=" + name + "&subKey=" + name).get(key);
        return value.isAbsent()
                ? Optional.empty()
                : Optional.of(value.as(type, "the value '" + key + "' of " + words()));
    }

    @Override
    public Map<String, @Nullable Object> state() {
        return read("").map();
    }

    @Override
    public <T> T state(Class<T> type) {
        Objects.requireNonNull(type, "type");
        return read("").as(type, "the state of " + words());
    }

    private JsonDocument read(String query) {
        return calls.find(PlatformRequest.of("GET", url() + query, words()))
                .map(answer -> answer.get("state"))
                .filter(JsonDocument::isObject)
                .orElse(EMPTY);
    }

    @Override
    public void put(String key, @Nullable Object value) {
        Objects.requireNonNull(key, "key");
        putAll(Collections.singletonMap(key, value));
    }

    @Override
    public void putAll(Object values) {
        Objects.requireNonNull(values, "values");
        JsonDocument state = JsonDocument.of(values);
        if (!state.isObject() || state.members().isEmpty()) {
            throw invalid("there is nothing to write: the values must be an object with at least one member");
        }
        state.members().keySet().forEach(this::requireAllowed);
        boolean bare = SessionFormProbe.form(calls, words()) == SessionForm.BARE;
        calls.json(PlatformRequest.of("POST", url(), words())
                .with(ProjectCalls.body(bare ? state : Map.of("state", state)))
                .repeatable(true));
    }

    @Override
    public boolean delete() {
        return calls.delete(PlatformRequest.of("DELETE", url(), words()));
    }

    void requireAllowed(String key) {
        if (RESERVED.contains(key)) {
            throw invalid("the key '" + key + "' is the platform's own");
        }
    }

    String words() {
        return calls.words("session", id);
    }

    private String url() {
        return calls.url("sessions/" + UrlText.segment(id, words()));
    }

    private FabricException invalid(String detail) {
        return new FabricException(Reason.INVALID, 0, words(), detail);
    }

    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
