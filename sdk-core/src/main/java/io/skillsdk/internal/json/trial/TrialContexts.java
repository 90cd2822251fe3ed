package io.skillsdk.internal.json.trial;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.DeserializationContexts;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;

/** Makes the contexts of a mapper for trials. */
final class TrialContexts extends DeserializationContexts {

    private static final long serialVersionUID = 1L;

    TrialContexts() {
        super();
    }

    private TrialContexts(TokenStreamFactory streams, DeserializerFactory factory, DeserializerCache cache) {
        super(streams, factory, cache);
    }

    @Override
    protected DeserializationContexts forMapper(
            Object mapper, TokenStreamFactory streams, DeserializerFactory factory, DeserializerCache cache) {
        return new TrialContexts(streams, factory, cache);
    }

    @Override
    public DeserializationContextExt createContext(
            DeserializationConfig config, @Nullable FormatSchema schema, @Nullable InjectableValues values) {
        return new TrialContext(_streamFactory, _deserializerFactory, _cache, config, schema, values);
    }
}
