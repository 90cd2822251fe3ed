package io.skillsdk.internal.json.mapper;

import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.impl.NullsConstantProvider;

/** A parameter of a constructor that is ignored where its class stands: it is never sent, and never required. */
final class IgnoredMember extends SettableBeanProperty.Delegating {

    private static final long serialVersionUID = 1L;

    IgnoredMember(SettableBeanProperty property) {
        super(property.withNullProvider(NullsConstantProvider.nuller()));
    }

    @Override
    protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
        return new IgnoredMember(property);
    }

    @Override
    public boolean isRequired() {
        return false;
    }

    /** Asked for what stands for nothing, and for that alone: readers around it may refuse nothing. */
    @Override
    public ValueDeserializer<Object> getValueDeserializer() {
        return innermost(delegate.getValueDeserializer());
    }

    @SuppressWarnings("unchecked") // as Jackson does it
    private static ValueDeserializer<Object> innermost(ValueDeserializer<?> reader) {
        ValueDeserializer<?> inner = reader.getDelegatee();
        return inner == null ? (ValueDeserializer<Object>) reader : innermost(inner);
    }
}
