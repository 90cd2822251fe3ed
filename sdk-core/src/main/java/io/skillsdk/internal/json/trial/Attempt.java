package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.library.JacksonLibrary;
import io.skillsdk.internal.json.mapper.NotNullAnnotations;
import io.skillsdk.internal.json.sent.SentPlace;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.impl.ObjectIdReader;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.databind.util.AccessPattern;
import tools.jackson.databind.util.NameTransformer;

/** Reads a value with Jackson's own reader for it. When that fails, it tells so, and something stands in for the value. */
@SuppressWarnings("NullAway") // null stands in, as in Jackson, which is not annotated
final class Attempt extends ValueDeserializer<Object> {

    private final ValueDeserializer<Object> reader;

    private final JavaType type;

    private final @Nullable BeanProperty property;

    private final boolean refusesNull;

    private final boolean authors;

    private final boolean unwrapping;

    private Attempt(
            ValueDeserializer<?> reader,
            JavaType type,
            @Nullable BeanProperty property,
            boolean refusesNull,
            boolean unwrapping) {
        this.reader = asObject(reader);
        this.type = type;
        this.property = property;
        this.refusesNull = refusesNull;
        this.authors = isOfTheAuthor(reader);
        this.unwrapping = unwrapping;
    }

    static ValueDeserializer<?> of(
            ValueDeserializer<?> reader,
            @Nullable BeanProperty property,
            JavaType type,
            DeserializationContext context) {
        if (reader == null || reader instanceof Attempt) {
            return reader;
        }
        JavaType whole = property == null ? type : property.getType();
        boolean content = property != null && !type.equals(whole);
        boolean refusesNull =
                (!content || whole.isContainerType()) && NullsUnchecked.refusesNull(property, content, context);
        return new Attempt(reader, type, property, refusesNull, false);
    }

    private static boolean isOfTheAuthor(ValueDeserializer<?> reader) {
        for (ValueDeserializer<?> each = reader; each != null; each = each.getDelegatee()) {
            String name = each.getClass().getName();
            if (each instanceof Attempt attempt) {
                return attempt.authors;
            }
            if (!JacksonLibrary.isPartOfReading(name) && !(each instanceof CheckedFloats)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the author's code reads it: what that does after a fault is not known. */
    boolean isAuthors() {
        return authors;
    }

    /** Whether it is an array, a collection or a map, of which any part can be left out. */
    boolean isOfParts() {
        return !authors && referenced().isContainerType();
    }

    /** Whether it reads what Jackson calls so. */
    boolean reads(@Nullable LogicalType wanted) {
        return wanted != null && reader.logicalType() == wanted;
    }

    boolean isMap() {
        return !authors && referenced().isMapLikeType();
    }

    /** Whether the id of an object that was read by it does not fit. */
    boolean lostId(SentValue object) {
        for (ValueDeserializer<?> each = reader; each != null; each = each.getDelegatee()) {
            if (each instanceof BeanDeserializerBase bean) {
                ObjectIdReader ids = bean.getObjectIdReader(null);
                SentValue id = ids == null ? null : object.child(ids.propertyName.getSimpleName());
                return id != null && id.isFaulty();
            }
        }
        return false;
    }

    private JavaType referenced() {
        JavaType known = type;
        while (known.isReferenceType()) {
            known = known.getReferencedType();
        }
        return known;
    }

    /** What stands in for a value that does not fit. */
    Object standIn() {
        return StandIns.of(type);
    }

    @SuppressWarnings("unchecked") // as Jackson does it
    private static ValueDeserializer<Object> asObject(ValueDeserializer<?> reader) {
        return (ValueDeserializer<Object>) reader;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty forProperty) {
        return reader.createContextual(context, forProperty);
    }

    @Override
    public void resolve(DeserializationContext context) {
        reader.resolve(context);
    }

    @Override
    public ValueDeserializer<Object> unwrappingDeserializer(DeserializationContext context, NameTransformer names) {
        ValueDeserializer<Object> unwrapped = reader.unwrappingDeserializer(context, names);
        return unwrapped == reader ? this : new Attempt(unwrapped, type, property, refusesNull, true);
    }

    @Override
    public ValueDeserializer<?> replaceDelegatee(ValueDeserializer<?> delegatee) {
        return new Attempt(reader.replaceDelegatee(delegatee), type, property, refusesNull, unwrapping);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        return read(parser, context, null, from -> reader.deserialize(from, context));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object into) {
        return read(parser, context, null, from -> reader.deserialize(from, context, into));
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types) {
        return read(parser, context, types.getPropertyName(), from -> reader.deserializeWithType(from, context, types));
    }

    private Object read(
            JsonParser parser, DeserializationContext context, @Nullable String discriminator, Reading reading) {
        Trial trial = Trial.of(context);
        if (trial == null) {
            return reading.from(parser);
        }
        SentValue value = SentPlace.of(parser);
        if (value == null || trial.isReading(value)) {
            // a part of the reader that has begun, or what that has put together of several values
            return trial.goOn(this, parser, unwrapping, reading);
        }
        return trial.attempt(this, value, parser, discriminator, reading);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        Trial trial = Trial.of(context);
        if (trial == null || trial.top() == null) {
            return reader.getNullValue(context);
        }
        SentValue at = trial.expectedNull();
        if (at == null) {
            return standIn();
        }
        if (trial.isStrict()) {
            if (refusesNull) {
                throw InvalidNullException.from(context, property == null ? null : property.getFullName(), type);
            }
            return reader.getNullValue(context);
        }
        if (refusesNull) {
            String message = property == null || property.getMember() == null || !type.equals(property.getType())
                    ? null
                    : NotNullAnnotations.messageOf(property.getMember());
            trial.findings().unwantedNull(at, message, type.getRawClass());
            return standIn();
        }
        try {
            return reader.getNullValue(context);
        } catch (JacksonException e) {
            trial.findings().unwantedNull(at, null, type.getRawClass());
            return standIn();
        }
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        if (refusesNull) {
            throw Refusal.unfit(null, "must not be null", type.getRawClass());
        }
        return reader.getAbsentValue(context);
    }

    @Override
    public Class<?> handledType() {
        return reader.handledType();
    }

    @Override
    public LogicalType logicalType() {
        return reader.logicalType();
    }

    @Override
    public boolean isCachable() {
        return reader.isCachable();
    }

    @Override
    public ValueDeserializer<?> getDelegatee() {
        return reader;
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return reader.getKnownPropertyNames();
    }

    @Override
    public void collectAllPropertyNamesTo(Set<String> names) {
        reader.collectAllPropertyNamesTo(names);
    }

    @Override
    public boolean hasAnySetter() {
        return reader.hasAnySetter();
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
        return reader.getEmptyValue(context);
    }

    @Override
    public AccessPattern getEmptyAccessPattern() {
        return reader.getEmptyAccessPattern();
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }

    @Override
    public ObjectIdReader getObjectIdReader(DeserializationContext context) {
        return reader.getObjectIdReader(context);
    }

    @Override
    public SettableBeanProperty findBackReference(String name) {
        return reader.findBackReference(name);
    }

    @Override
    public Boolean supportsUpdate(DeserializationConfig config) {
        return reader.supportsUpdate(config);
    }

    /** How a value is read, from wherever. */
    @FunctionalInterface
    interface Reading {

        @Nullable Object from(JsonParser parser);
    }
}
