package io.skillsdk.internal.definition.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code daemon.path} with places for values of the envelope, as the gateway fills them: <code>{{key}}</code> escaped
 * for HTML, <code>{{{key}}}</code> and <code>{{&amp;key}}</code> as they are.
 */
public final class PathMustache {

    /**
     * A place for a value.
     *
     * @param key a key of the envelope, perhaps with further keys after dots: {@code payload.id}
     * @param escaped whether it is escaped for HTML
     */
    public record Place(String key, boolean escaped) {}

    private final List<Object> parts = new ArrayList<>();

    private final boolean valid;

    private PathMustache(String path) {
        this.valid = parse(path);
    }

    /** Reads a path. */
    public static PathMustache of(String path) {
        return new PathMustache(path);
    }

    /** The places in it, in order. */
    public List<Place> places() {
        return parts.stream()
                .filter(Place.class::isInstance)
                .map(Place.class::cast)
                .toList();
    }

    /** Whether it has nothing but text and places; sections and the like are beyond us. */
    public boolean isValid() {
        return valid;
    }

    /** The path for an envelope; null where a key is missing, which the gateway takes for an error. */
    public @Nullable String fill(Map<String, ?> envelope) {
        StringBuilder path = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Place place) {
                Object value = find(envelope, place.key);
                if (value == null) {
                    return null;
                }
                path.append(place.escaped ? escape(value.toString()) : value.toString());
            } else {
                path.append(part);
            }
        }
        return path.toString();
    }

    private boolean parse(String path) {
        int at = 0;
        while (at < path.length()) {
            int open = path.indexOf("{{", at);
            if (open < 0) {
                parts.add(path.substring(at));
                return true;
            }
            parts.add(path.substring(at, open));
            boolean triple = path.startsWith("{{{", open);
            String end = triple ? "}}}" : "}}";
            int close = path.indexOf(end, open);
            if (close < 0) {
                parts.add(path.substring(open));
                return false;
            }
            String key = path.substring(open + end.length(), close).strip();
            boolean raw = triple || key.startsWith("&");
            String name = key.startsWith("&") ? key.substring(1).strip() : key;
            if (name.isEmpty() || "#^/!>=".indexOf(name.charAt(0)) >= 0) {
                return false;
            }
            parts.add(new Place(name, !raw));
            at = close + end.length();
        }
        return true;
    }

    private static @Nullable Object find(Map<String, ?> envelope, String key) {
        Object value = envelope;
        for (String name : key.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static String escape(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                case '/' -> text.append("&#x2F;");
                case '`' -> text.append("&#x60;");
                case '=' -> text.append("&#x3D;");
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
