package io.skillsdk.internal.json.trial;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.ContextualKeyDeserializer;

/** Reads the keys of a map, and goes on after one that is none. */
@SuppressWarnings("NullAway") // null stands for a key that is none
final class CheckedKeys extends KeyDeserializer implements ContextualKeyDeserializer {

    private final KeyDeserializer reader;

    private final Class<?> type;

    CheckedKeys(KeyDeserializer reader, Class<?> type) {
        this.reader = reader;
        this.type = type;
    }

    @Override
    public KeyDeserializer createContextual(DeserializationContext context, BeanProperty property) {
        return reader instanceof ContextualKeyDeserializer contextual
                ? new CheckedKeys(contextual.createContextual(context, property), type)
                : this;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        Trial trial = Trial.of(context);
        if (trial == null || trial.isStrict()) {
            return reader.deserializeKey(key, context);
        }
        try {
            return reader.deserializeKey(key, context);
        } catch (JacksonException | IllegalArgumentException e) {
            Refusals.takeKey(trial, key, type);
            return standIn(type);
        }
    }

    /** What stands for a key that is none. */
    static Object standIn(Class<?> type) {
        return type.isEnum() && type.getEnumConstants().length > 0 ? type.getEnumConstants()[0] : null;
    }
}
