package io.skillsdk.internal.json.sent;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Walks through a {@link SentValue}, token by token, past what is left out. */
final class SentCursor {

    /** A container that is open, and how far it has been read. */
    private static final class Open {

        private final SentValue value;

        private final @Nullable SentValue discriminator;

        private boolean told;

        private int next;

        private Open(SentValue value, @Nullable SentValue discriminator, int first) {
            this.value = value;
            this.discriminator = discriminator;
            this.next = first;
        }

        private @Nullable SentValue next() {
            if (discriminator != null && !told) {
                told = true;
                return discriminator;
            }
            while (next < value.children().size()) {
                SentValue part = value.children().get(next++);
                if (part != discriminator) {
                    return part;
                }
            }
            return null;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();

    private final SentValue root;

    private final @Nullable SentValue discriminator;

    private final int first;

    private SentValue position;

    private @Nullable SentValue named;

    private boolean started;

    /**
     * Makes a cursor.
     *
     * @param discriminator the part of the root to begin with, or null
     * @param first the place of the part to go on with
     */
    SentCursor(SentValue root, @Nullable SentValue discriminator, int first) {
        this.root = root;
        this.discriminator = discriminator;
        this.first = first;
        this.position = root;
    }

    SentValue position() {
        return position;
    }

    /** The value whose name was just come to, or null. */
    @Nullable SentValue named() {
        return named;
    }

    /** The name that was just come to. */
    String name() {
        return named == null ? "" : String.valueOf(named.name());
    }

    /** Goes on by a token; null at the end. */
    @Nullable JsonToken next() {
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
        for (SentValue part = current.next(); part != null; part = current.next()) {
            if (!part.isOmitted()) {
                if (current.value.token() != JsonToken.START_OBJECT) {
                    return begin(part);
                }
                position = current.value;
                named = part;
                return JsonToken.PROPERTY_NAME;
            }
        }
        return end();
    }

    /** Goes to the end of the container that was just begun. */
    void leave() {
        end();
    }

    private JsonToken begin(SentValue value) {
        position = value;
        if (value.token().isStructStart()) {
            open.push(value == root ? new Open(value, discriminator, first) : new Open(value, null, 0));
        }
        return value.token();
    }

    private JsonToken end() {
        SentValue ended = open.pop().value;
        position = ended;
        return ended.token() == JsonToken.START_OBJECT ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    }
}
