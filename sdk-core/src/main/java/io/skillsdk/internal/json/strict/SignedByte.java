package io.skillsdk.internal.json.strict;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Refuses a number from 128 to 255 as a byte: Jackson takes it, and makes a negative one of it. */
final class SignedByte extends StricterReader {

    SignedByte(ValueDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new SignedByte(reader);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT) {
            int value = parser.getIntValue();
            if (value != (byte) value) {
                return context.handleWeirdNumberValue(handledType(), value, "not from -128 to 127");
            }
        }
        return super.deserialize(parser, context);
    }
}
