package io.skillsdk.internal.json.trial;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads a collection of strings, and tells each array among them where it stands: Jackson would lose its place. */
final class CheckedStrings extends DelegatingDeserializer {

    CheckedStrings(ValueDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new CheckedStrings(reader);
    }

    /** Without another attempt: this one is the collection's, and not that of something in it. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new CheckedStrings(_delegatee.createContextual(context, property));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        return super.deserialize(new Flat(parser, context), context);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object into) {
        return super.deserialize(new Flat(parser, context), context, into);
    }

    private static final class Flat extends JsonParserDelegate {

        private final DeserializationContext context;

        private Flat(JsonParser parser, DeserializationContext context) {
            super(parser);
            this.context = context;
        }

        @Override
        public @Nullable String nextStringValue() {
            String value = super.nextStringValue();
            if (value != null || currentToken() != JsonToken.START_ARRAY) {
                return value;
            }
            context.handleUnexpectedToken(context.constructType(String.class), this);
            return "";
        }
    }
}
