package io.skillsdk.examples.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** State by session, in memory, each for a time to live. Safe for the many threads that call actions. */
final class SessionStore {

    private record Session(Map<String, Object> state, Instant expires) {}

    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

    private final Clock clock;

    SessionStore(Clock clock) {
        this.clock = clock;
    }

    String start(Optional<String> wanted, Duration ttl) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.expires.isBefore(now));
        String id = wanted.orElseGet(() -> UUID.randomUUID().toString());
        sessions.put(id, new Session(new ConcurrentHashMap<>(), now.plus(ttl)));
        return id;
    }

    Optional<Map<String, Object>> get(String id) {
        Session session = sessions.get(id);
        return session == null || session.expires.isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(session.state);
    }

    boolean delete(String id) {
        return sessions.remove(id) != null;
    }
}
