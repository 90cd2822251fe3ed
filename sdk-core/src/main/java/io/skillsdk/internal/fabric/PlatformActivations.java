package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Activations;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocations.Answer;
import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Activations over the wire. */
record PlatformActivations(ProjectCalls calls) implements Activations {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** With less time than this there is no point in asking once more. */
    private static final Duration LAST_ASKING = Duration.ofMillis(100);

    @Override
    public Activation get(String id) {
        Objects.requireNonNull(id, "id");
        return Activation.of(id, calls.anyJson(PlatformRequest.of("GET", url(id, ""), words(id))));
    }

    @Override
    public <T> Answer<T> await(String id, Class<T> type) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Duration pause = FIRST_PAUSE;
        Activation activation = get(id);
        while (!activation.hasEnded()) {
            if (pause.plus(LAST_ASKING).compareTo(calls.scope().left()) >= 0) {
                throw stillRunning(activation);
            }
            sleep(pause, id);
            pause = pause.plus(pause.dividedBy(2));
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            activation = again(activation);
        }
        return answer(activation, type);
    }

    private Activation again(Activation before) {
        try {
            return get(before.id());
        } catch (FabricException e) {
            throw e.reason() == Reason.TIMED_OUT ? stillRunning(before) : e;
        }
    }

    private FabricException stillRunning(Activation activation) {
        return new FabricException(
                Reason.TIMED_OUT,
                0,
                words(activation.id()),
                "it is still " + activation.status() + ", and no time is left");
    }

    private <T> Answer<T> answer(Activation activation, Class<T> type) {
        if (activation.status().equals("COMPLETE")) {
            return new Answer<>(activation.id(), activation.response(type));
        }
        throw new FabricException(
                Reason.UNAVAILABLE, 0, words(activation.id()), "it ended as " + activation.status() + why(activation));
    }

    private static String why(Activation activation) {
        JsonDocument response = JsonDocument.of(activation.fields().get("response"));
        String text =
                response.isText() ? response.text() : response.get("message").text();
        return text.isEmpty() ? "" : ": " + text;
    }

    private void sleep(Duration pause, String id) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException(Reason.INTERRUPTED, 0, words(id), "while it waited for the end");
        }
    }

    @Override
    public List<Activation> list(Map<String, ? extends @Nullable Object> filter, int limit) {
        NullArguments.refuseNamesIn(filter, "filter");
        if (limit < 1) {
            throw new IllegalArgumentException("The limit must be at least 1.");
        }
        String what = calls.words("activations");
        String json = new String(JsonDocument.of(filter).bytes(), StandardCharsets.UTF_8);
        String query =
                (filter.isEmpty() ? "" : "filter=" + UrlText.query(json, what) + "&") + "limit=" + limit + "&sort=desc";
        return calls
                .json(PlatformRequest.of("GET", calls.url("activations?" + query), what))
                .get("activations")
                .elements()
                .stream()
                .map(activation -> Activation.of(activation.get("activationId").text(), activation))
                .toList();
    }

    @Override
    public void cancel(String id) {
        Objects.requireNonNull(id, "id");
        calls.json(PlatformRequest.of("POST", url(id, "/cancel"), words(id))
                .with(ProjectCalls.body(Map.of()))
                .repeatable(true));
    }

    private String url(String id, String rest) {
        return calls.url("activations/" + UrlText.segment(id, words(id)) + rest);
    }

    private String words(String id) {
        return calls.words("activation", id);
    }
}
