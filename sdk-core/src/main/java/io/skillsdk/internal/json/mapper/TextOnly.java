package io.skillsdk.internal.json.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads a value that JSON writes as a string from a string only, unless its author has chosen numbers for it. */
final class TextOnly extends DelegatingDeserializer {

    TextOnly(ValueDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new TextOnly(reader);
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JsonFormat.Value format = property == null
                ? context.getConfig().getDefaultPropertyFormat(handledType())
                : property.findPropertyFormat(context.getConfig(), handledType());
        ValueDeserializer<?> contextual = super.createContextual(context, property);
        return format != null && format.getShape().isNumeric() ? ((TextOnly) contextual).getDelegatee() : contextual;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (isText(parser.currentToken())) {
            return super.deserialize(parser, context);
        }
        return context.handleUnexpectedToken(context.constructType(handledType()), parser);
    }

    private static boolean isText(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NULL
                || token == JsonToken.VALUE_EMBEDDED_OBJECT;
    }
}
