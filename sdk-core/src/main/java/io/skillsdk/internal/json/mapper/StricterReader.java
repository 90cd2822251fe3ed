package io.skillsdk.internal.json.mapper;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads as another reader does, and takes less. */
public abstract class StricterReader extends DelegatingDeserializer {

    /** Makes one. */
    protected StricterReader(ValueDeserializer<?> reader) {
        super(reader);
    }

    /** As part of this one: the other reader is not that of another value, as Jackson would have it. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        ValueDeserializer<?> contextual = _delegatee.createContextual(context, property);
        return contextual == _delegatee ? this : newDelegatingInstance(contextual);
    }
}
