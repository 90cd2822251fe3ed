package io.skillsdk.internal.json.trial;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads an array of floating point numbers, and tells each that is too large where it stands. */
final class CheckedFloats extends DelegatingDeserializer {

    CheckedFloats(ValueDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new CheckedFloats(reader);
    }

    /** Without another attempt: this one is the array's. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new CheckedFloats(_delegatee.createContextual(context, property));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        return super.deserialize(new Finite(parser, context), context);
    }

    private static final String NO_NUMBER = "x";

    private static final class Finite extends JsonParserDelegate {

        private final DeserializationContext context;

        private Finite(JsonParser parser, DeserializationContext context) {
            super(parser);
            this.context = context;
        }

        @Override
        public double getDoubleValue() {
            double value = super.getDoubleValue();
            return Double.isFinite(value) ? value : told(double.class, value).doubleValue();
        }

        @Override
        public float getFloatValue() {
            float value = super.getFloatValue();
            return Float.isFinite(value) ? value : told(float.class, value).floatValue();
        }

        /** Any text is as wrong as another one: Jackson would take some. */
        @Override
        public String getString() {
            return hasToken(JsonToken.VALUE_STRING) ? NO_NUMBER : super.getString();
        }

        private Number told(Class<?> wanted, Number value) {
            return (Number) context.handleWeirdNumberValue(wanted, value, "too large");
        }
    }
}
