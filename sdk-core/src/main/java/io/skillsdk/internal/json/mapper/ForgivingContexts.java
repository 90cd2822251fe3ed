package io.skillsdk.internal.json.mapper;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.DeserializationContexts;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;

/**
 * Contexts that go on after a scalar that does not fit its type, where whoever reads has asked for it: exceptions are dear
 * when there are hundreds. All other reading is Jackson's as it is.
 */
public final class ForgivingContexts extends DeserializationContexts {

    private static final long serialVersionUID = 1L;

    /** The attribute of a reader with its {@link Listener}. */
    public static final Object LISTENER = ForgivingContexts.class;

    /** Is told of a value that Jackson refuses. The value is as the parser gave it, or the parser itself. */
    @FunctionalInterface
    public interface Listener extends BiPredicate<Object, Class<?>> {

        /**
         * Takes note of a value.
         *
         * @return whether reading goes on with null in its place
         */
        @Override
        boolean test(Object value, Class<?> wanted);
    }

    /** Makes them for a mapper to be. */
    public ForgivingContexts() {
        super();
    }

    private ForgivingContexts(TokenStreamFactory streams, DeserializerFactory factory, DeserializerCache cache) {
        super(streams, factory, cache);
    }

    @Override
    protected DeserializationContexts forMapper(
            Object mapper, TokenStreamFactory streams, DeserializerFactory factory, DeserializerCache cache) {
        return new ForgivingContexts(streams, factory, cache);
    }

    @Override
    public DeserializationContextExt createContext(
            DeserializationConfig config, @Nullable FormatSchema schema, @Nullable InjectableValues values) {
        return config.getAttributes().getAttribute(LISTENER) instanceof Listener listener
                ? new Forgiving(_streamFactory, _deserializerFactory, _cache, config, schema, values, listener)
                : new DeserializationContextExt.Impl(
                        _streamFactory, _deserializerFactory, _cache, config, schema, values);
    }

    // null is what Jackson takes for "go on without"; its own readTree is unchecked
    @SuppressWarnings({"NullAway", "unchecked", "TypeParameterUnusedInFormals"})
    private static final class Forgiving extends DeserializationContextExt {

        private final transient Listener listener;

        private Forgiving(
                TokenStreamFactory streams,
                DeserializerFactory factory,
                DeserializerCache cache,
                DeserializationConfig config,
                @Nullable FormatSchema schema,
                @Nullable InjectableValues values,
                Listener listener) {
            super(streams, factory, cache, config, schema, values);
            this.listener = listener;
        }

        @Override
        public Object handleWeirdStringValue(Class<?> target, String value, String message, Object... arguments) {
            return listener.test(value, target)
                    ? null
                    : super.handleWeirdStringValue(target, value, message, arguments);
        }

        @Override
        public <T> T reportBadCoercion(
                ValueDeserializer<?> reader, Class<?> target, Object value, String message, Object... arguments) {
            return listener.test(value, target)
                    ? null
                    : super.reportBadCoercion(reader, target, value, message, arguments);
        }

        @Override
        public Object handleNullForPrimitives(
                Class<?> target, JsonParser parser, ValueDeserializer<?> reader, String message, Object... arguments) {
            return listener.test(parser, target)
                    ? null
                    : super.handleNullForPrimitives(target, parser, reader, message, arguments);
        }

        @Override
        public Object handleUnexpectedToken(
                JavaType target, JsonToken token, JsonParser parser, String message, Object... arguments) {
            return listener.test(parser, target.getRawClass())
                    ? null
                    : super.handleUnexpectedToken(target, token, parser, message, arguments);
        }
    }
}
