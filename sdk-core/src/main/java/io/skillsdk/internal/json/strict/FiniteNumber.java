package io.skillsdk.internal.json.strict;

import java.util.OptionalDouble;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.ext.jdk8.OptionalDoubleDeserializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Refuses a number that becomes infinite when it is read as a double or float, such as 1e400, and text for what is none, such as
 * "NaN".
 */
public final class FiniteNumber extends StricterReader {

    private static final String TOO_LARGE = "too large";

    FiniteNumber(ValueDeserializer<?> reader) {
        super(reader);
    }

    /** The reader of an optional, about which no modifier is asked. */
    @SuppressWarnings("unchecked") // what reads an OptionalDouble and says nothing else
    public static ValueDeserializer<OptionalDouble> ofOptional() {
        return (ValueDeserializer<OptionalDouble>)
                (ValueDeserializer<?>) new FiniteNumber(new OptionalDoubleDeserializer());
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new FiniteNumber(reader);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        Object value = super.deserialize(parser, context);
        if (token == JsonToken.START_ARRAY) {
            checkElements(value, context);
        } else if (token == JsonToken.VALUE_STRING && !isFinite(value) && refusesText(context)) {
            return context.handleUnexpectedToken(context.constructType(handledType()), parser);
        } else if (token != null && token.isNumeric() && !isFinite(value)) {
            return context.handleWeirdNumberValue(handledType(), 0, TOO_LARGE);
        }
        return value;
    }

    /** Jackson takes "NaN" and its like from whoever may send no other number as text. */
    private static boolean refusesText(DeserializationContext context) {
        return context.findCoercionAction(LogicalType.Float, Double.class, CoercionInputShape.String)
                == CoercionAction.Fail;
    }

    private static void checkElements(Object array, DeserializationContext context) {
        if (!refusesText(context)) {
            return;
        }
        if (array instanceof double[] doubles) {
            for (int i = 0; i < doubles.length; i++) {
                if (!Double.isFinite(doubles[i])) {
                    throw context.weirdNumberException(0, double.class, TOO_LARGE)
                            .prependPath(array, i);
                }
            }
        } else if (array instanceof float[] floats) {
            for (int i = 0; i < floats.length; i++) {
                if (!Float.isFinite(floats[i])) {
                    throw context.weirdNumberException(0, float.class, TOO_LARGE)
                            .prependPath(array, i);
                }
            }
        }
    }

    private static boolean isFinite(Object value) {
        if (value instanceof OptionalDouble optional) {
            return optional.isEmpty() || Double.isFinite(optional.getAsDouble());
        }
        return !(value instanceof Double || value instanceof Float) || Double.isFinite(((Number) value).doubleValue());
    }
}
