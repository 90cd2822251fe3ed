package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Session;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Sessions over the wire. */
record PlatformSessions(ProjectCalls calls) implements Sessions {

    @Override
    public Session start(Duration ttl) {
        Objects.requireNonNull(ttl, "ttl");
        return start(new Start(null, ttl, null, Map.of()));
    }

    @Override
    public Session start(Start start) {
        Objects.requireNonNull(start, "start");
        // an id of our own makes the call safe to repeat
        String id = start.id() == null ? UUID.randomUUID().toString() : start.id();
        PlatformSession session = new PlatformSession(calls, id);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sessionId", id);
        Duration ttl = start.ttl();
        if (ttl != null) {
            if (ttl.toSeconds() < 1) {
                throw new IllegalArgumentException("The time to live of a session must be at least 1 second.");
            }
            body.put("ttl", ttl.toSeconds());
        }
        if (start.description() != null) {
            body.put("description", start.description());
        }
        if (!start.state().isEmpty()) {
            start.state().keySet().forEach(session::requireAllowed);
            body.put("state", start.state());
        }
        JsonDocument answer = calls.json(PlatformRequest.of("POST", calls.url("sessions"), session.words())
                .with(ProjectCalls.body(body))
                .repeatable(true));
        String given = answer.get("sessionId").text();
        return given.isEmpty() || given.equals(id) ? session : new PlatformSession(calls, given);
    }

    @Override
    public Session of(String id) {
        Objects.requireNonNull(id, "id");
        return new PlatformSession(calls, id);
    }

    @Override
    public List<Summary> list(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit must be at least 1.");
        }
        return calls
                .json(PlatformRequest.of("GET", calls.url("sessions?limit=" + limit), calls.words("sessions")))
                .get("sessions")
                .elements()
                .stream()
                .map(PlatformSessions::summary)
                .toList();
    }

    /** Gateway 6.11 gives the ttl as text, and the description as quoted JSON text. */
    private static Summary summary(JsonDocument entry) {
        String description = entry.get("description").text();
        if (description.length() > 1 && description.startsWith("\"") && description.endsWith("\"")) {
            JsonDocument unquoted = JsonDocument.tryRead(description.getBytes(StandardCharsets.UTF_8));
            description = unquoted == null ? description : unquoted.text();
        }
        return new Summary(
                entry.get("sessionId").text(),
                Duration.ofSeconds(Math.max(0, entry.get("ttl").wholeNumber(0))),
                description);
    }
}
