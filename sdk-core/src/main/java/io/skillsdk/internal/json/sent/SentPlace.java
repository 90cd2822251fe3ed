package io.skillsdk.internal.json.sent;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/** Which value of what was sent a parser has come to, whether it reads that or what Jackson has kept of it. */
public final class SentPlace {

    private SentPlace() {}

    /** The value whose first token is the current one; null where there is none, or where it was not sent. */
    public static @Nullable SentValue of(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null || token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
            return null;
        }
        JsonParser innermost = parser;
        while (innermost instanceof JsonParserDelegate delegate) {
            innermost = delegate.delegate();
        }
        return innermost.getObjectId() instanceof SentValue value ? value : null;
    }
}
