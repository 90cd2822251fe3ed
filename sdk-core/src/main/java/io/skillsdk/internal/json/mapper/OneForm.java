package io.skillsdk.internal.json.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads a value from the form that JSON writes it in and from no other, unless its author has chosen one. */
final class OneForm extends DelegatingDeserializer {

    private final JsonToken form;

    OneForm(ValueDeserializer<?> reader, JsonToken form) {
        super(reader);
        this.form = form;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new OneForm(reader, form);
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        ValueDeserializer<?> contextual = super.createContextual(context, property);
        JsonFormat.Value format = property == null
                ? context.getConfig().getDefaultPropertyFormat(handledType())
                : property.findPropertyFormat(context.getConfig(), handledType());
        if (format == null || !(contextual instanceof OneForm strict)) {
            return contextual;
        }
        JsonToken chosen = form;
        if (format.getShape().isNumeric()) {
            return strict.getDelegatee();
        } else if (format.hasPattern() || format.getShape() == JsonFormat.Shape.STRING) {
            chosen = JsonToken.VALUE_STRING;
        }
        return chosen == form ? strict : new OneForm(strict.getDelegatee(), chosen);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == form || token == JsonToken.VALUE_NULL || token == JsonToken.VALUE_EMBEDDED_OBJECT) {
            return super.deserialize(parser, context);
        }
        return context.handleUnexpectedToken(context.constructType(handledType()), parser);
    }
}
