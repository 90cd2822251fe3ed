package io.skillsdk.internal.json.mapper;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;

/** A member that has to be sent, which tells when it has been. */
final class RequiredMember extends SettableBeanProperty.Delegating {

    private static final long serialVersionUID = 1L;

    RequiredMember(SettableBeanProperty property) {
        super(property);
    }

    @Override
    protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
        return new RequiredMember(property);
    }

    private void sent(DeserializationContext context) {
        if (context.getAttribute(UnsentMembers.class) instanceof UnsentMembers unsent) {
            unsent.sent(this);
        }
    }

    @Override
    public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object instance) {
        sent(context);
        super.deserializeAndSet(parser, context, instance);
    }

    @Override
    public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object instance) {
        sent(context);
        return super.deserializeSetAndReturn(parser, context, instance);
    }

    @Override
    public void set(DeserializationContext context, Object instance, Object value) {
        sent(context);
        super.set(context, instance, value);
    }

    @Override
    public Object setAndReturn(DeserializationContext context, Object instance, Object value) {
        sent(context);
        return super.setAndReturn(context, instance, value);
    }
}
