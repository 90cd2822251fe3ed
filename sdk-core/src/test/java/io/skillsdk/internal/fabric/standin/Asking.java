package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.TestClock;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.Budget;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a stand-in as any program would, without our client: calls below {@code /fabric/v4/projects/p/}, or whole paths. */
final class Asking {

    /** An answer: its status, and its body as JSON. */
    record Answer(int status, JsonDocument json, WireAnswer wire) {
        String text() {
            return new String(json.bytes(), StandardCharsets.UTF_8);
        }
    }

    final TestClock clock = new TestClock();

    final StandInPlatform platform;

    Asking(SessionForm form) {
        platform = new StandInPlatform(clock, form);
    }

    Answer get(String call) {
        return ask("GET", call, "");
    }

    Answer post(String call, String json) {
        return ask("POST", call, json);
    }

    Answer ask(String method, String call, String body) {
        return ask(method, call, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer ask(String method, String call, byte[] body) {
        String whole = call.startsWith("/") ? call : "/fabric/v4/projects/p/" + call;
        int query = whole.indexOf('?');
        try {
            WireAnswer answer = platform.answer(
                    method,
                    query < 0 ? whole : whole.substring(0, query),
                    query < 0 ? null : whole.substring(query + 1),
                    "application/json",
                    body,
                    Budget.of(Duration.ofSeconds(40), Duration.ofSeconds(40)));
            JsonDocument json = JsonDocument.tryRead(answer.body().readAllBytes());
            return new Answer(answer.status(), json == null ? JsonDocument.ABSENT : json, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
