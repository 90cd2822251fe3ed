package io.skillsdk.internal.json.strict;

import io.skillsdk.internal.json.library.JacksonLibrary;
import java.util.Set;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.jdk.StringCollectionDeserializer;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.LogicalType;

/**
 * Payloads are strict: what JSON writes as a string is read from a string and from nothing else, and a number that is
 * too large for a double is no number. Holds for the readers of Jackson itself; an author's own reads what it likes.
 */
public final class StrictScalars extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private static final Set<LogicalType> TEXT = Set.of(LogicalType.DateTime, LogicalType.OtherScalar);

    private static final Set<String> ALSO_TEXT = Set.of("java.lang.StringBuilder", "java.lang.StringBuffer");

    // JSON writes these as something else
    private static final Set<String> OTHERS = Set.of(
            "java.time.Year",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.lang.StackTraceElement",
            "java.lang.ThreadGroup",
            "java.nio.ByteBuffer");

    private static final Set<Class<?>> FLOATS =
            Set.of(double.class, Double.class, float.class, Float.class, Number.class);

    /** Makes one. */
    public StrictScalars() {}

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> reader) {
        Class<?> type = reader.handledType();
        if (type == null || !JacksonLibrary.hasMade(reader)) {
            return reader;
        }
        if (FLOATS.contains(type)) {
            return new FiniteNumber(reader);
        }
        if (type == byte.class || type == Byte.class) {
            return new SignedByte(reader);
        }
        if (type.getName().equals("java.time.Year")) {
            return new OneForm(reader, JsonToken.VALUE_NUMBER_INT);
        }
        boolean text = TEXT.contains(reader.logicalType()) && !OTHERS.contains(type.getName());
        return text || ALSO_TEXT.contains(type.getName()) ? new OneForm(reader, JsonToken.VALUE_STRING) : reader;
    }

    @Override
    public KeyDeserializer modifyKeyDeserializer(DeserializationConfig config, JavaType type, KeyDeserializer reader) {
        return StrictKey.of(reader, type.getRawClass());
    }

    @Override
    public ValueDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> reader) {
        return reader instanceof StringCollectionDeserializer ? new StringElements(reader) : reader;
    }

    @Override
    public ValueDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config,
            ArrayType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> reader) {
        JavaType element = type.getContentType();
        if (!JacksonLibrary.hasMade(reader)) {
            return reader;
        }
        if (element.hasRawClass(byte.class) || element.hasRawClass(char.class)) {
            return new OneForm(reader, JsonToken.VALUE_STRING);
        }
        return element.hasRawClass(double.class) || element.hasRawClass(float.class)
                ? new FiniteNumber(reader)
                : reader;
    }
}
