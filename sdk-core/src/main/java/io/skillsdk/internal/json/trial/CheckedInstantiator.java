package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.sent.SentValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidNullException;

/**
 * Makes objects by their creator. Tells all members that are missing, where Jackson stops at the first, and keeps what
 * does not fit from the author's code.
 */
final class CheckedInstantiator extends ValueInstantiator.Delegating {

    private static final long serialVersionUID = 1L;

    CheckedInstantiator(ValueInstantiator instantiator) {
        super(instantiator);
    }

    @Override
    public ValueInstantiator createContextual(DeserializationContext context, BeanDescription.Supplier description) {
        ValueInstantiator contextual = _delegate.createContextual(context, description);
        return contextual == _delegate ? this : new CheckedInstantiator(contextual);
    }

    @Override
    public Object createFromObjectWith(
            DeserializationContext context, SettableBeanProperty[] properties, PropertyValueBuffer buffer) {
        Trial trial = Trial.of(context);
        if (trial == null || trial.isStrict()) {
            return super.createFromObjectWith(context, properties, buffer);
        }
        List<MissingMember> missing = new ArrayList<>();
        for (SettableBeanProperty property : properties) {
            if (!buffer.hasParameter(property)
                    && (isJacksons() ? isMissed(property, buffer, context) : property.isRequired())) {
                missing.add(MissingMember.of(property));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.lacking(missing);
        }
        refuseParts(trial);
        for (int i = 0; i < properties.length; i++) {
            try {
                return super.createFromObjectWith(context, properties, buffer);
            } catch (InvalidNullException e) {
                tellNull(trial, e, properties, buffer);
            }
        }
        return super.createFromObjectWith(context, properties, buffer);
    }

    /** Others may have rules of their own for what is not there: those of Kotlin are its defaults. */
    private boolean isJacksons() {
        return _delegate.getClass().getName().startsWith("tools.jackson.databind.");
    }

    /** Kotlin refuses a null where all members have been read, the first one only. */
    private static void tellNull(
            Trial trial, InvalidNullException thrown, SettableBeanProperty[] properties, PropertyValueBuffer buffer) {
        Frame frame = trial.top();
        List<Reference> path = thrown.getPath();
        String name = path.isEmpty() ? null : path.get(path.size() - 1).getPropertyName();
        SentValue sent = frame == null || name == null ? null : frame.value.child(name);
        for (SettableBeanProperty property : properties) {
            if (sent != null && !sent.isFaulty() && property.getName().equals(name)) {
                MissingMember member = MissingMember.of(property);
                trial.findings().unwantedNull(sent, member.message(), member.type());
                Object standIn = StandIns.of(property.getType());
                if (standIn == null) {
                    throw Refusal.consequence();
                }
                buffer.assignParameter(property, standIn);
                return;
            }
        }
        throw thrown;
    }

    @Override
    public Object createUsingDelegate(DeserializationContext context, @Nullable Object delegate) {
        refuseParts(Trial.of(context));
        return super.createUsingDelegate(context, delegate);
    }

    @Override
    public Object createUsingArrayDelegate(DeserializationContext context, @Nullable Object delegate) {
        refuseParts(Trial.of(context));
        return super.createUsingArrayDelegate(context, delegate);
    }

    private static boolean isMissed(
            SettableBeanProperty property, PropertyValueBuffer buffer, DeserializationContext context) {
        try {
            buffer.getParameter(context, property);
            return false;
        } catch (InvalidDefinitionException e) {
            throw e;
        } catch (JacksonException e) {
            return true;
        }
    }

    private static void refuseParts(@Nullable Trial trial) {
        if (trial != null && trial.hasFaultyParts()) {
            throw Refusal.consequence();
        }
    }
}
