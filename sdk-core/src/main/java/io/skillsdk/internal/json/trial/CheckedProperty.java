package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.sent.SentPlace;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;

/** A setter or field: what the author's setter refuses is told, and reading goes on. */
final class CheckedProperty extends SettableBeanProperty.Delegating {

    private static final long serialVersionUID = 1L;

    CheckedProperty(SettableBeanProperty property) {
        super(property);
    }

    @Override
    protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
        return new CheckedProperty(property);
    }

    @Override
    public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object instance) {
        SentValue value = SentPlace.of(parser);
        try {
            super.deserializeAndSet(parser, context, instance);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            failed(context, value, e);
        }
    }

    @Override
    public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object instance) {
        SentValue value = SentPlace.of(parser);
        try {
            return super.deserializeSetAndReturn(parser, context, instance);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            failed(context, value, e);
            return instance;
        }
    }

    @Override
    public void set(DeserializationContext context, Object instance, @Nullable Object value) {
        try {
            super.set(context, instance, value);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            failed(context, null, e);
        }
    }

    @Override
    public Object setAndReturn(DeserializationContext context, Object instance, @Nullable Object value) {
        try {
            return super.setAndReturn(context, instance, value);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            failed(context, null, e);
            return instance;
        }
    }

    private void failed(DeserializationContext context, @Nullable SentValue value, RuntimeException thrown) {
        List<String> names = new ArrayList<>(List.of(getName()));
        findAliases(context.getConfig()).forEach(alias -> names.add(alias.getSimpleName()));
        if (!Refusals.takeMember(Trial.of(context), value, names, thrown)) {
            throw thrown;
        }
    }
}
