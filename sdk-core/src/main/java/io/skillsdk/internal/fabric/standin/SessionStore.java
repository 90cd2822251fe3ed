package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sessions of a project, as gateway 6.11 keeps them: merged by key, and with a time to live that each write renews. */
public final class SessionStore {

    /** Fields in which the gateway keeps what it needs itself: they are no state. */
    private static final Set<String> RESERVED = Set.of("sess.ttl", "sess.descr");

    /** A thousand years: later than that is never. */
    private static final long MOST_SECONDS = 1000L * 365 * 24 * 3600;

    /** A session. */
    private static final class Kept {
        private final Map<String, JsonDocument> state = new LinkedHashMap<>();
        private @Nullable Long ttl;
        private String description = "";
        private @Nullable Instant end;
    }

    private final Clock clock;

    private final Map<String, Kept> sessions = new LinkedHashMap<>();

    SessionStore(Clock clock) {
        this.clock = clock;
    }

    /** Makes a session, or merges into one that there is. */
    public synchronized void start(String id, @Nullable Long ttl, String description, Map<String, JsonDocument> state) {
        expire();
        Kept kept = sessions.computeIfAbsent(id, key -> new Kept());
        kept.ttl = ttl;
        kept.description = description;
        put(kept, state);
        renew(kept);
    }

    /** Merges values into a session; makes one without an end when there is none. */
    public synchronized void write(String id, Map<String, JsonDocument> values) {
        expire();
        Kept kept = sessions.computeIfAbsent(id, key -> new Kept());
        put(kept, values);
        renew(kept);
    }

    /** The values of a session; empty when there is none. */
    public synchronized Map<String, JsonDocument> read(String id) {
        expire();
        Kept kept = sessions.get(id);
        return kept == null ? Map.of() : new LinkedHashMap<>(kept.state);
    }

    /** Its description and its time to live; empty and 0 where there are none. */
    synchronized Map<String, Object> described(String id) {
        expire();
        Kept kept = sessions.get(id);
        Long ttl = kept == null ? null : kept.ttl;
        return Map.of("description", kept == null ? "" : kept.description, "ttl", ttl == null ? 0 : ttl);
    }

    /** Deletes a session; false when there was none. */
    public synchronized boolean delete(String id) {
        expire();
        return sessions.remove(id) != null;
    }

    synchronized List<Map<String, Object>> list(int limit) {
        expire();
        List<Map<String, Object>> entries = new ArrayList<>();
        sessions.forEach((id, kept) -> {
            if (entries.size() < limit) {
                // as gateway 6.11 gives them: ids cut, ttl as text, descriptions as JSON text
                entries.add(Map.of(
                        "sessionId",
                        id.replaceFirst("[.|].*", ""),
                        "ttl",
                        String.valueOf(kept.ttl == null ? 0 : kept.ttl),
                        "description",
                        kept.description.isEmpty()
                                ? ""
                                : new String(JsonDocument.of(kept.description).bytes(), StandardCharsets.UTF_8)));
            }
        });
        return entries;
    }

    private static void put(Kept kept, Map<String, JsonDocument> values) {
        kept.state.putAll(values);
        kept.state.keySet().removeAll(RESERVED);
    }

    private void renew(Kept kept) {
        Long ttl = kept.ttl;
        kept.end = ttl == null || ttl > MOST_SECONDS ? null : clock.instant().plusSeconds(ttl);
    }

    private void expire() {
        Instant now = clock.instant();
        sessions.values().removeIf(kept -> {
            Instant end = kept.end;
            return end != null && !now.isBefore(end);
        });
    }
}
