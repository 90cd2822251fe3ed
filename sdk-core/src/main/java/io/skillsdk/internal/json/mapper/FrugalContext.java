package io.skillsdk.internal.json.mapper;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;
import tools.jackson.databind.util.ClassUtil;

/**
 * Jackson's context of a reading that may be only asked whether it goes well: what it throws looks at no stack, and puts its message together
 * when that is read. A refusal of a small payload would cost more than all else otherwise.
 */
// Jackson is not annotated, and its own readTree is unchecked
@SuppressWarnings({"NullAway", "unchecked", "TypeParameterUnusedInFormals"})
public class FrugalContext extends DeserializationContextExt {

    private final boolean frugal;

    /**
     * Makes one of a mapper.
     *
     * @param frugal whether what is thrown may be without a stack
     */
    protected FrugalContext(
            TokenStreamFactory streams,
            DeserializerFactory factory,
            DeserializerCache cache,
            DeserializationConfig config,
            @Nullable FormatSchema schema,
            @Nullable InjectableValues values,
            boolean frugal) {
        super(streams, factory, cache, config, schema, values);
        this.frugal = frugal;
    }

    /** Whether what is thrown now may be without a stack. */
    protected boolean isFrugal() {
        return frugal;
    }

    @Override
    public ValueDeserializer<?> handlePrimaryContextualization(
            ValueDeserializer<?> reader, BeanProperty property, JavaType type) {
        return IgnoredMembers.of(super.handlePrimaryContextualization(reader, property, type), property, this);
    }

    @Override
    public ValueDeserializer<?> handleSecondaryContextualization(
            ValueDeserializer<?> reader, BeanProperty property, JavaType type) {
        return IgnoredMembers.of(super.handleSecondaryContextualization(reader, property, type), property, this);
    }

    /** Modules may have handlers, which are asked first and see the message. */
    private boolean asksNobody() {
        return isFrugal() && _config.getProblemHandlers() == null;
    }

    @Override
    public Object handleWeirdKey(Class<?> type, String key, String message, Object... arguments) {
        if (!asksNobody()) {
            return super.handleWeirdKey(type, key, message, arguments);
        }
        throw new Unread.Format(
                getParser(),
                key,
                type,
                () -> super.weirdKeyException(type, key, _format(message, arguments))
                        .getOriginalMessage());
    }

    @Override
    public Object handleWeirdStringValue(Class<?> type, String value, String message, Object... arguments) {
        if (!asksNobody()) {
            return super.handleWeirdStringValue(type, value, message, arguments);
        }
        throw new Unread.Format(
                getParser(),
                value,
                type,
                () -> super.weirdStringException(value, type, _format(message, arguments))
                        .getOriginalMessage());
    }

    @Override
    public Object handleWeirdNumberValue(Class<?> type, Number value, String message, Object... arguments) {
        if (!asksNobody()) {
            return super.handleWeirdNumberValue(type, value, message, arguments);
        }
        throw new Unread.Format(
                getParser(),
                value,
                type,
                () -> super.weirdNumberException(value, type, _format(message, arguments))
                        .getOriginalMessage());
    }

    @Override
    public Object handleUnexpectedToken(
            JavaType type, JsonToken token, JsonParser parser, String message, Object... arguments) {
        if (!asksNobody()) {
            return super.handleUnexpectedToken(type, token, parser, message, arguments);
        }
        throw new Unread.Mismatch(
                parser,
                ClassUtil.rawClass(type),
                () -> message == null
                        ? "Cannot deserialize value of type %s from `JsonToken.%s`"
                                .formatted(ClassUtil.getTypeDescription(type), token)
                        : _format(message, arguments));
    }

    @Override
    public Object handleInstantiationProblem(Class<?> type, Object argument, Throwable thrown) {
        if (!asksNobody() || !isEnabled(DeserializationFeature.WRAP_EXCEPTIONS)) {
            return super.handleInstantiationProblem(type, argument, thrown);
        }
        ClassUtil.throwIfJacksonE(thrown);
        throw new Unread.Instantiation(
                getParser(),
                constructType(type),
                thrown,
                () -> super.instantiationException(type, thrown).getOriginalMessage());
    }

    @Override
    public DatabindException instantiationException(Class<?> type, Throwable thrown) {
        return isFrugal()
                ? new Unread.Instantiation(
                        getParser(),
                        constructType(type),
                        thrown,
                        () -> super.instantiationException(type, thrown).getOriginalMessage())
                : super.instantiationException(type, thrown);
    }

    @Override
    public DatabindException weirdStringException(String value, Class<?> type, String message) {
        return isFrugal()
                ? new Unread.Format(
                        getParser(),
                        value,
                        type,
                        () -> super.weirdStringException(value, type, message).getOriginalMessage())
                : super.weirdStringException(value, type, message);
    }

    @Override
    public DatabindException weirdNumberException(Number value, Class<?> type, String message) {
        return isFrugal()
                ? new Unread.Format(
                        getParser(),
                        value,
                        type,
                        () -> super.weirdNumberException(value, type, message).getOriginalMessage())
                : super.weirdNumberException(value, type, message);
    }

    @Override
    public DatabindException invalidTypeIdException(JavaType base, String id, String message) {
        return isFrugal()
                ? new Unread.TypeId(
                        getParser(),
                        base,
                        id,
                        () -> super.invalidTypeIdException(base, id, message).getOriginalMessage())
                : super.invalidTypeIdException(base, id, message);
    }

    @Override
    public DatabindException missingTypeIdException(JavaType base, String message) {
        return isFrugal()
                ? new Unread.TypeId(
                        getParser(),
                        base,
                        null,
                        () -> super.missingTypeIdException(base, message).getOriginalMessage())
                : super.missingTypeIdException(base, message);
    }

    @Override
    public <T> T reportBadCoercion(
            ValueDeserializer<?> reader, Class<?> type, Object value, String message, Object... arguments) {
        if (!isFrugal()) {
            return super.reportBadCoercion(reader, type, value, message, arguments);
        }
        throw new Unread.Format(getParser(), value, type, () -> _format(message, arguments));
    }

    @Override
    public <T> T reportInputMismatch(ValueDeserializer<?> reader, String message, Object... arguments) {
        if (!isFrugal()) {
            return super.reportInputMismatch(reader, message, arguments);
        }
        throw mismatch(reader.handledType(), message, arguments);
    }

    @Override
    public <T> T reportInputMismatch(Class<?> type, String message, Object... arguments) {
        if (!isFrugal()) {
            return super.reportInputMismatch(type, message, arguments);
        }
        throw mismatch(type, message, arguments);
    }

    @Override
    public <T> T reportInputMismatch(JavaType type, String message, Object... arguments) {
        if (!isFrugal()) {
            return super.reportInputMismatch(type, message, arguments);
        }
        throw mismatch(ClassUtil.rawClass(type), message, arguments);
    }

    @Override
    public <T> T reportInputMismatch(BeanProperty property, String message, Object... arguments) {
        if (!isFrugal() || property == null) {
            return super.reportInputMismatch(property, message, arguments);
        }
        DatabindException thrown = mismatch(ClassUtil.rawClass(property.getType()), message, arguments);
        if (property.getMember() != null) {
            thrown.prependPath(property.getMember().getDeclaringClass(), property.getName());
        }
        throw thrown;
    }

    private DatabindException mismatch(Class<?> type, String message, Object... arguments) {
        return new Unread.Mismatch(getParser(), type, () -> _format(message, arguments));
    }
}
