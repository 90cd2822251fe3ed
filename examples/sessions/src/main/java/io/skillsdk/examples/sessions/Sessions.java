package io.skillsdk.examples.sessions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Session;
import io.skillsdk.fabric.Sessions.Start;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Four actions of one daemon over the sessions of the platform, each at a path of its own: start, get, put, delete. The daemon keeps
 * nothing itself, so any replica answers any call.
 */
public final class Sessions {

    private static final Duration DEFAULT_TTL = Duration.ofMinutes(50);

    private static final long LONGEST_TTL_SECONDS = 31_536_000;

    /** A key in each session that was started here. */
    private static final String STARTED = "sessions.started";

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

    @SkillAction(description = "Starts a session")
    public SessionId start(SessionCall payload, Fabric fabric) {
        Duration ttl = payload.ttl().map(Sessions::ttl).orElse(DEFAULT_TTL);
        String id = payload.sessionId().filter(given -> !given.isEmpty()).orElse(null);
        if (id != null) {
            fabric.sessions().of(id).delete(); // the platform would merge into one that there is
        }
        Session started = fabric.sessions().start(new Start(id, ttl, null, Map.of(STARTED, true)));
        return new SessionId(started.id());
    }

    @SkillAction(description = "Returns the state of a session, or one key of it")
    public State get(SkillRequest<SessionCall> request, Fabric fabric) {
        Session session = session(request, fabric);
        Map<String, Object> state = state(session);
        request.payload()
                .key()
                .filter(key -> !key.isEmpty())
                .ifPresent(key -> state.keySet().retainAll(Set.of(key)));
        return new State(session.id(), state);
    }

    @SkillAction(description = "Puts data into a session")
    public State put(SkillRequest<SessionCall> request, Fabric fabric) {
        Session session = session(request, fabric);
        Map<String, Object> state = state(session);
        Map<String, Object> data = request.payload().data().orElse(Map.of());
        refuseReserved(data);
        if (!data.isEmpty()) {
            session.putAll(data);
        }
        data.forEach((key, value) -> state.compute(key, (same, before) -> value)); // null removes it
        return new State(session.id(), state);
    }

    @SkillAction(description = "Ends a session")
    public SessionId delete(SkillRequest<SessionCall> request, Fabric fabric) {
        Session session = session(request, fabric);
        if (!session.delete()) {
            throw unknown(session.id());
        }
        return new SessionId(session.id());
    }

    private static Duration ttl(long seconds) {
        if (seconds < 1 || seconds > LONGEST_TTL_SECONDS) {
            String message = "must be from 1 to " + LONGEST_TTL_SECONDS + " seconds";
            throw SkillException.badRequest("The ttl " + message + ".", new Violation("payload.ttl", message));
        }
        return Duration.ofSeconds(seconds);
    }

    /** The values that callers have put. A session that was never started reads as an empty one, hence the mark. */
    private static Map<String, Object> state(Session session) {
        Map<String, Object> state = new LinkedHashMap<>(session.state());
        if (state.remove(STARTED) == null) {
            throw unknown(session.id());
        }
        state.values().removeIf(Objects::isNull); // the platform cannot remove a key
        return state;
    }

    private static void refuseReserved(Map<String, Object> data) {
        for (String key : List.of(STARTED, "sess.ttl", "sess.descr")) {
            if (data.containsKey(key)) {
                throw SkillException.badRequest(
                        "The key '" + key + "' is reserved.", new Violation("payload.data." + key, "is reserved"));
            }
        }
    }

    private static Session session(SkillRequest<SessionCall> request, Fabric fabric) {
        String id = request.payload()
                .sessionId()
                .filter(given -> !given.isEmpty())
                .or(request::sessionId)
                .orElseThrow(() -> SkillException.badRequest("Say which session: the payload has no session_id."));
        return fabric.sessions().of(id);
    }

    private static SkillException unknown(String id) {
        return SkillException.notFound("There is no session '" + id + "'. It was never started, or has ended.");
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new Sessions());
    }
}
