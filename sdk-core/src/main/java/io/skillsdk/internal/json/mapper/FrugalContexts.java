package io.skillsdk.internal.json.mapper;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DeserializationContexts;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;

/** Makes the contexts of a mapper, some of whose readers are {@link FrugalContext frugal}. */
public final class FrugalContexts extends DeserializationContexts {

    private static final long serialVersionUID = 1L;

    FrugalContexts() {
        super();
    }

    private FrugalContexts(TokenStreamFactory streams, DeserializerFactory factory, DeserializerCache cache) {
        super(streams, factory, cache);
    }

    /** The same reader, whose refusals cost little. */
    public static ObjectReader frugal(ObjectReader reader) {
        return reader.withAttribute(FrugalContexts.class, true);
    }

    @Override
    protected DeserializationContexts forMapper(
            Object mapper, TokenStreamFactory streams, DeserializerFactory factory, DeserializerCache cache) {
        return new FrugalContexts(streams, factory, cache);
    }

    @Override
    public DeserializationContextExt createContext(
            DeserializationConfig config, @Nullable FormatSchema schema, @Nullable InjectableValues values) {
        return new FrugalContext(
                _streamFactory,
                _deserializerFactory,
                _cache,
                config,
                schema,
                values,
                config.getAttributes().getAttribute(FrugalContexts.class) != null);
    }
}
