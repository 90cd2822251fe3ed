package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.library.JacksonLibrary;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import tools.jackson.databind.introspect.AnnotatedMethod;

/**
 * Makes objects by their creator. Tells all members that are missing, where Jackson stops at the first, and keeps what
 * does not fit from the author's code.
 */
final class CheckedInstantiator extends ValueInstantiator.Delegating {

    private static final long serialVersionUID = 1L;

    /** The members of a builder. */
    private final transient List<SettableBeanProperty> members;

    /** Makes the object from a builder; null where there is none. */
    private final transient @Nullable AnnotatedMethod build;

    /** Whether there is more to set on what is made. */
    private final boolean hasSetters;

    private @Nullable Boolean checking;

    CheckedInstantiator(
            ValueInstantiator instantiator,
            List<SettableBeanProperty> members,
            @Nullable AnnotatedMethod build,
            boolean hasSetters) {
        super(instantiator);
        this.hasSetters = hasSetters;
        this.members = members;
        this.build = build;
    }

    @Override
    public ValueInstantiator createContextual(DeserializationContext context, BeanDescription.Supplier description) {
        ValueInstantiator contextual = _delegate.createContextual(context, description);
        return contextual == _delegate ? this : new CheckedInstantiator(contextual, members, build, hasSetters);
    }

    @Override
    public Object createFromObjectWith(
            DeserializationContext context, SettableBeanProperty[] properties, PropertyValueBuffer buffer) {
        Trial trial = Trial.of(context);
        if (trial == null || trial.isStrict()) {
            return super.createFromObjectWith(context, properties, buffer);
        }
        List<SettableBeanProperty> missing = new ArrayList<>();
        for (SettableBeanProperty property : properties) {
            if (!buffer.hasParameter(property)
                    && (isJacksons() ? isMissed(property, buffer, context) : property.isRequired())) {
                missing.add(property);
            }
        }
        if (!missing.isEmpty() || trial.hasFaultyParts()) {
            return standIn(context, trial, properties, buffer, missing);
        }
        for (int i = 0; i < properties.length; i++) {
            try {
                return super.createFromObjectWith(context, properties, buffer);
            } catch (InvalidNullException e) {
                tellNull(trial, e, properties, buffer);
            } catch (RuntimeException e) {
                throw checks(context, properties, buffer).told(trial, objectOf(trial), e);
            }
        }
        return super.createFromObjectWith(context, properties, buffer);
    }

    /** Made of stand-ins where that can be, for the sake of the setters, which may refuse more. */
    private Object standIn(
            DeserializationContext context,
            Trial trial,
            SettableBeanProperty[] properties,
            PropertyValueBuffer buffer,
            List<SettableBeanProperty> missed) {
        List<MissingMember> missing =
                missed.stream().map(trial.findings()::about).toList();
        if (missing.isEmpty() && isChecking()) {
            throw checks(context, properties, buffer).tried(trial, objectOf(trial));
        }
        RuntimeException told = missing.isEmpty() ? Refusal.consequence() : Refusal.lacking(missing);
        if (!hasSetters || !isJacksons()) {
            throw told;
        }
        missed.forEach(property -> buffer.assignParameter(property, StandIns.of(property.getType())));
        Object made;
        try {
            made = super.createFromObjectWith(context, properties, buffer);
        } catch (RuntimeException e) {
            // what the author's code says of a stand-in is not about what was sent
            throw told;
        }
        if (!missing.isEmpty()) {
            trial.findings().lacking(objectOf(trial), List.of(), missing);
        }
        return made;
    }

    private NonNullChecks checks(
            DeserializationContext context, SettableBeanProperty[] properties, PropertyValueBuffer buffer) {
        return new NonNullChecks(
                context,
                List.of(properties),
                buffer::assignParameter,
                () -> super.createFromObjectWith(context, properties, buffer));
    }

    @Override
    public Object createUsingDefault(DeserializationContext context) {
        Object made = super.createUsingDefault(context);
        Trial trial = Trial.of(context);
        Frame frame = trial == null ? null : trial.top();
        AnnotatedMethod method = build;
        if (frame != null && method != null) {
            frame.building = new NonNullChecks(
                    context,
                    members,
                    (member, standIn) -> member.set(context, made, standIn),
                    () -> built(method, made));
        }
        return made;
    }

    private static Object built(AnnotatedMethod method, Object builder) {
        try {
            return method.callOn(builder);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SentValue objectOf(Trial trial) {
        return Objects.requireNonNull(trial.top()).value;
    }

    private boolean isChecking() {
        Boolean known = checking;
        if (known == null) {
            known = NonNullChecks.areIn(getValueClass());
            checking = known;
        }
        return known;
    }

    /** Others may have rules of their own for what is not there: those of Kotlin are its defaults. */
    private boolean isJacksons() {
        return JacksonLibrary.hasMade(_delegate);
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
                MissingMember member = trial.findings().about(property);
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
