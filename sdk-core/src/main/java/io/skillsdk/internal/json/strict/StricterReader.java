package io.skillsdk.internal.json.strict;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads as another reader does, and takes less. */
abstract sealed class StricterReader extends DelegatingDeserializer
        permits FiniteNumber, OneForm, SignedByte, StringElements {

    StricterReader(ValueDeserializer<?> reader) {
        super(reader);
    }

    /** As part of this one: the other reader is not that of another value, as Jackson would have it. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        ValueDeserializer<?> contextual = _delegatee.createContextual(context, property);
        return contextual == _delegatee ? this : newDelegatingInstance(contextual);
    }
}
