package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.mapper.FrugalContext;
import io.skillsdk.internal.json.sent.SentBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.databind.util.ClassUtil;
import tools.jackson.databind.util.TokenBuffer;

/** Jackson's context of a trial: every reader that is asked for comes as an {@link Attempt}, and faults cost little. */
// null is what Jackson takes for "go on without"; its own readTree is unchecked
@SuppressWarnings({"NullAway", "unchecked", "TypeParameterUnusedInFormals"})
final class TrialContext extends FrugalContext {

    private static final Set<CoercionInputShape> SCALARS = EnumSet.of(
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.Boolean,
            CoercionInputShape.String,
            CoercionInputShape.EmptyString);

    private final transient @Nullable Trial trial;

    TrialContext(
            TokenStreamFactory streams,
            DeserializerFactory factory,
            DeserializerCache cache,
            DeserializationConfig config,
            @Nullable FormatSchema schema,
            @Nullable InjectableValues values) {
        super(streams, factory, cache, config, schema, values, true);
        this.trial = config.getAttributes().getAttribute(Trial.class) instanceof Trial known ? known : null;
    }

    @Nullable Trial trial() {
        return trial;
    }

    @Override
    public ValueDeserializer<?> handlePrimaryContextualization(
            ValueDeserializer<?> reader, BeanProperty property, JavaType type) {
        return Attempt.of(super.handlePrimaryContextualization(reader, property, type), property, type, this);
    }

    @Override
    public ValueDeserializer<?> handleSecondaryContextualization(
            ValueDeserializer<?> reader, BeanProperty property, JavaType type) {
        return Attempt.of(super.handleSecondaryContextualization(reader, property, type), property, type, this);
    }

    @Override
    public TokenBuffer bufferForInputBuffering(JsonParser parser) {
        return new SentBuffer(parser, this);
    }

    private boolean takes(@Nullable JsonParser parser, Class<?> wanted) {
        return Refusals.take(trial, parser, wanted);
    }

    private static @Nullable Object standIn(Class<?> wanted) {
        return wanted.isPrimitive() ? ClassUtil.defaultValue(wanted) : null;
    }

    private boolean isStrict() {
        return trial == null || trial.isStrict();
    }

    @Override
    protected boolean isFrugal() {
        return !isStrict();
    }

    /** What Jackson would refuse to make of a value of another form is told, and something else is made of it. */
    @Override
    public CoercionAction findCoercionAction(LogicalType type, Class<?> wanted, CoercionInputShape from) {
        CoercionAction found = super.findCoercionAction(type, wanted, from);
        return found == CoercionAction.Fail && SCALARS.contains(from) && Refusals.takeScalar(trial, type, wanted)
                ? CoercionAction.AsEmpty
                : found;
    }

    @Override
    public Object handleWeirdStringValue(Class<?> target, String value, String message, Object... arguments) {
        int before = trial == null ? 0 : trial.findings().count();
        if (!takes(null, target)) {
            return super.handleWeirdStringValue(target, value, message, arguments);
        }
        if (trial.findings().count() != before) {
            trial.findings().parsed(target);
        }
        return standIn(target);
    }

    @Override
    public Object handleWeirdNumberValue(Class<?> target, Number value, String message, Object... arguments) {
        return takes(null, target) ? standIn(target) : super.handleWeirdNumberValue(target, value, message, arguments);
    }

    @Override
    public Object handleWeirdKey(Class<?> target, String key, String message, Object... arguments) {
        return !isStrict() && Refusals.takeKey(trial, key, target)
                ? CheckedKeys.standIn(target)
                : super.handleWeirdKey(target, key, message, arguments);
    }

    @Override
    public Object handleNullForPrimitives(
            Class<?> target, JsonParser parser, ValueDeserializer<?> reader, String message, Object... arguments) {
        Class<?> wanted = target.isArray() ? target.getComponentType() : target;
        return Refusals.takeNull(trial, wanted)
                ? standIn(wanted)
                : super.handleNullForPrimitives(target, parser, reader, message, arguments);
    }

    @Override
    public Object handleUnexpectedToken(
            JavaType target, JsonToken token, JsonParser parser, String message, Object... arguments) {
        return token == parser.currentToken() && takes(parser, target.getRawClass())
                ? standIn(target.getRawClass())
                : super.handleUnexpectedToken(target, token, parser, message, arguments);
    }

    @Override
    public <T> T reportBadCoercion(
            ValueDeserializer<?> reader, Class<?> target, Object value, String message, Object... arguments) {
        if (isStrict()) {
            return super.reportBadCoercion(reader, target, value, message, arguments);
        }
        throw Refusal.unfit(getParser(), message, target);
    }

    @Override
    public <T> T reportInputMismatch(ValueDeserializer<?> reader, String message, Object... arguments) {
        if (isStrict()) {
            return super.reportInputMismatch(reader, message, arguments);
        }
        throw Refusal.unfit(getParser(), message, reader.handledType());
    }

    @Override
    public <T> T reportInputMismatch(Class<?> target, String message, Object... arguments) {
        if (isStrict()) {
            return super.reportInputMismatch(target, message, arguments);
        }
        throw Refusal.unfit(getParser(), message, target);
    }

    @Override
    public <T> T reportInputMismatch(JavaType target, String message, Object... arguments) {
        if (isStrict()) {
            return super.reportInputMismatch(target, message, arguments);
        }
        throw Refusal.unfit(getParser(), message, target.getRawClass());
    }

    @Override
    public <T> T reportInputMismatch(BeanProperty property, String message, Object... arguments) {
        if (isStrict() || property == null) {
            return super.reportInputMismatch(property, message, arguments);
        }
        Refusal refusal = Refusal.unfit(getParser(), message, property.getType().getRawClass());
        if (property.getMember() != null) {
            refusal.prependPath(property.getMember().getDeclaringClass(), property.getName());
        }
        throw refusal;
    }

    /** That of a member whose type another one tells, which may be at fault itself. */
    @Override
    public <T> T reportPropertyInputMismatch(Class<?> target, String name, String message, Object... arguments) {
        if (trial != null && trial.hasFaultyParts()) {
            throw Refusal.consequence();
        }
        return super.reportPropertyInputMismatch(target, name, message, arguments);
    }

    /** Of what stands around a value to tell its type. */
    @Override
    public DatabindException wrongTokenException(JsonParser parser, JavaType target, JsonToken wanted, String message) {
        return Refusals.takeToken(trial, wanted)
                ? Refusal.consequence()
                : super.wrongTokenException(parser, target, wanted, message);
    }

    @Override
    public DatabindException invalidTypeIdException(JavaType base, String id, String message) {
        return isStrict()
                ? super.invalidTypeIdException(base, id, message)
                : new UnknownTypeId(getParser(), String.valueOf(message), base, id);
    }

    @Override
    public DatabindException missingTypeIdException(JavaType base, String message) {
        return isStrict()
                ? super.missingTypeIdException(base, message)
                : new UnknownTypeId(getParser(), String.valueOf(message), base, null);
    }
}
