package io.skillsdk.internal.json.strict;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Year;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a value from the form that JSON writes it in and from no other, unless its author has chosen one. */
final class OneForm extends StricterReader {

    private final JsonToken form;

    /** Whether the author has chosen how the string is written. */
    private final boolean chosen;

    OneForm(ValueDeserializer<?> reader, JsonToken form) {
        this(reader, form, false);
    }

    private OneForm(ValueDeserializer<?> reader, JsonToken form, boolean chosen) {
        super(reader);
        this.form = form;
        this.chosen = chosen;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new OneForm(reader, form, chosen);
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
        if (format.getShape().isNumeric() || format.getShape() == JsonFormat.Shape.ARRAY) {
            return strict.getDelegatee();
        }
        return format.hasPattern() || format.getShape() == JsonFormat.Shape.STRING
                ? new OneForm(
                        strict.getDelegatee(),
                        JsonToken.VALUE_STRING,
                        // the digits of a year are no time of a number
                        format.hasPattern() || handledType() == Year.class)
                : strict;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == form || token == JsonToken.VALUE_NULL || token == JsonToken.VALUE_EMBEDDED_OBJECT) {
            Object value = super.deserialize(parser, context);
            return token == JsonToken.VALUE_STRING && isLost(value, parser)
                    ? context.handleWeirdStringValue(handledType(), parser.getString(), "is none")
                    : value;
        }
        return context.handleUnexpectedToken(context.constructType(handledType()), parser);
    }

    /** A string never becomes null, as "" does, nor what stands for whatever is not known, nor the time of a number. */
    private boolean isLost(@Nullable Object value, JsonParser parser) {
        if (value instanceof TimeZone zone) {
            return zone.getID().equals("GMT") && !parser.getString().startsWith("GMT");
        }
        if (value instanceof Locale locale) {
            return locale.toLanguageTag().equals("und")
                    && !parser.getString().isEmpty()
                    && !parser.getString().equals("und");
        }
        boolean time = value instanceof Temporal || value instanceof Date || value instanceof Calendar;
        return value == null
                || (time && !chosen && parser.getString().indexOf('-', 1) < 0 && isNumber(parser.getString()));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+');
    }
}
