package io.skillsdk.internal.json.sent;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads JSON into {@link SentValue}s: everything that was sent, double keys included. */
public final class SentReader {

    private final JsonParser parser;

    private int ordinal;

    private SentReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the value that a parser is before. */
    public static @Nullable SentValue read(JsonParser parser) {
        return parser.nextToken() == null ? null : new SentReader(parser).readAll();
    }

    private @Nullable SentValue readAll() {
        SentValue top = value(null);
        SentValue open = top.token().isStructStart() ? top : null;
        while (open != null) {
            JsonToken token = parser.nextToken();
            if (token == null || token.isStructEnd()) {
                open.endAt(ordinal++);
                open = open.parent();
            } else if (token != JsonToken.PROPERTY_NAME) {
                SentValue value = value(open);
                open.add(value);
                open = value.token().isStructStart() ? value : open;
            }
        }
        return top;
    }

    private SentValue value(@Nullable SentValue parent) {
        JsonToken token = parser.currentToken();
        Object content = switch (token) {
            case VALUE_STRING, VALUE_NUMBER_FLOAT -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            default -> null;
        };
        String name = parent != null && parent.token() == JsonToken.START_OBJECT ? parser.currentName() : null;
        return new SentValue(
                token, parent, name, parent == null ? 0 : parent.children().size(), ordinal++, content);
    }
}
