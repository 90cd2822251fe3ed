package io.skillsdk.internal.json.strict;

import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a collection of strings, and refuses an array among them: Jackson takes the first string in it, and the end of it
 * for the end of the collection. Found with {@code [["a"]]} and Jackson 3.3.0.
 */
final class StringElements extends StricterReader {

    StringElements(ValueDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new StringElements(reader);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        TokenStreamContext inside = parser.streamReadContext();
        return ended(inside, super.deserialize(parser, context), parser, context);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object into) {
        TokenStreamContext inside = parser.streamReadContext();
        return ended(inside, super.deserialize(parser, context, into), parser, context);
    }

    private Object ended(TokenStreamContext inside, Object read, JsonParser parser, DeserializationContext context) {
        return inside.inArray()
                        && parser.streamReadContext() == inside
                        && parser.currentToken().isStructEnd()
                ? context.<Object>reportInputMismatch(this, "an element is an array")
                : read;
    }
}
