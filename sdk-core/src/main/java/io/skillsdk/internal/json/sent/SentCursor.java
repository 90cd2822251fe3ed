package io.skillsdk.internal.json.sent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Walks through a {@link SentValue}, token by token, past what is left out. */
final class SentCursor {

    /** A container that is open, and how far it has been read. */
    private static final class Open {

        private final SentValue value;

        private final List<SentValue> parts;

        private int next;

        private Open(SentValue value) {
            this.value = value;
            this.parts = value.live();
            this.next = value.first();
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();

    private final SentValue root;

    private SentValue position;

    private @Nullable SentValue named;

    private boolean started;

    private long work;

    SentCursor(SentValue root) {
        this.root = root;
        this.position = root;
    }

    SentValue position() {
        return position;
    }

    long work() {
        return work;
    }

    /** The name that was just come to. */
    String name() {
        return named == null ? "" : String.valueOf(named.name());
    }

    /** Goes on by a token; null at the end. */
    @Nullable JsonToken next() {
        work++;
        if (!started) {
            started = true;
            return begin(root);
        }
        if (named != null) {
            SentValue value = named;
            named = null;
            return begin(value);
        }
        Open current = open.peek();
        if (current == null) {
            return null;
        }
        boolean placeholders = current.value.hasPlaceholders();
        while (current.next < current.parts.size()) {
            SentValue part = current.parts.get(current.next++);
            work++;
            if (part.isOmitted() && !placeholders) {
                continue;
            }
            if (current.value.token() == JsonToken.START_OBJECT) {
                position = current.value;
                named = part;
                return JsonToken.PROPERTY_NAME;
            }
            return begin(part);
        }
        return end();
    }

    /** Goes to the end of the container that was just begun. */
    void leave() {
        end();
    }

    private JsonToken begin(SentValue value) {
        position = value;
        if (value.isOmitted()) {
            return JsonToken.VALUE_NULL;
        }
        if (value.token().isStructStart()) {
            open.push(new Open(value));
        } else if (value.content() instanceof String text) {
            work += text.length() / 16;
        }
        return value.token();
    }

    private JsonToken end() {
        SentValue ended = open.pop().value;
        position = ended;
        return ended.token() == JsonToken.START_OBJECT ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    }
}
