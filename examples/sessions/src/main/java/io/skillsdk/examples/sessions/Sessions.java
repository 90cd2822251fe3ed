package io.skillsdk.examples.sessions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.daemon.SkillDaemon;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Four actions of one daemon over one store, each at a path of its own: start, get, put, delete. */
public final class Sessions {

    private static final Duration DEFAULT_TTL = Duration.ofMinutes(50);

    private static final long LONGEST_TTL_SECONDS = 31_536_000;

    /** The payload of all four actions: each takes what it needs. */
    public record SessionCall(
            @JsonProperty("session_id") @SkillParameter(description = "The session; the call's own where empty")
            Optional<String> sessionId,

            @SkillParameter(description = "What to put, by key")
            Optional<Map<String, Object>> data,

            @SkillParameter(description = "The one key to get; all where empty")
            Optional<String> key,

            @SkillParameter(description = "How long a started session lives, in seconds", example = "3000")
            Optional<Long> ttl) {}

    /** The result of starting and deleting. */
    public record SessionId(@JsonProperty("session_id") String sessionId) {}

    /** The result of getting and putting. */
    public record State(@JsonProperty("session_id") String sessionId, Map<String, Object> state) {}

    private final SessionStore store;

    Sessions(Clock clock) {
        this.store = new SessionStore(clock);
    }

    @SkillAction(description = "Starts a session")
    public SessionId start(SessionCall payload) {
        Duration ttl = payload.ttl().map(Sessions::ttl).orElse(DEFAULT_TTL);
        return new SessionId(store.start(payload.sessionId().filter(id -> !id.isEmpty()), ttl));
    }

    @SkillAction(description = "Returns the state of a session, or one key of it")
    public State get(SkillRequest<SessionCall> request) {
        String id = sessionId(request);
        Map<String, Object> state = state(id);
        List<String> keys =
                request.payload().key().filter(key -> !key.isEmpty()).stream().toList();
        Map<String, Object> wanted = new LinkedHashMap<>(state);
        if (!keys.isEmpty()) {
            wanted.keySet().retainAll(keys);
        }
        return new State(id, wanted);
    }

    @SkillAction(description = "Puts data into a session")
    public State put(SkillRequest<SessionCall> request) {
        String id = sessionId(request);
        Map<String, Object> state = state(id);
        request.payload()
                .data()
                .orElse(Map.of())
                .forEach((key, value) -> state.compute(key, (same, before) -> value)); // null removes it
        return new State(id, new LinkedHashMap<>(state));
    }

    @SkillAction(description = "Ends a session")
    public SessionId delete(SkillRequest<SessionCall> request) {
        String id = sessionId(request);
        if (!store.delete(id)) {
            throw unknown(id);
        }
        return new SessionId(id);
    }

    private static Duration ttl(long seconds) {
        if (seconds < 1 || seconds > LONGEST_TTL_SECONDS) {
            String message = "must be from 1 to " + LONGEST_TTL_SECONDS + " seconds";
            throw SkillException.badRequest("The ttl " + message + ".", new Violation("payload.ttl", message));
        }
        return Duration.ofSeconds(seconds);
    }

    private Map<String, Object> state(String id) {
        return store.get(id).orElseThrow(() -> unknown(id));
    }

    private static String sessionId(SkillRequest<SessionCall> request) {
        return request.payload()
                .sessionId()
                .filter(id -> !id.isEmpty())
                .or(request::sessionId)
                .orElseThrow(() -> SkillException.badRequest("Say which session: the payload has no session_id."));
    }

    private static SkillException unknown(String id) {
        return SkillException.notFound("There is no session '" + id + "'. It was never started, or has ended.");
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new Sessions(Clock.systemUTC()));
    }
}
