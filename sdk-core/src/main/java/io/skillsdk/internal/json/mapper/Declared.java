package io.skillsdk.internal.json.mapper;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * A value with the type it was declared as, so that it is written as a member of that type would be: its own class tells
 * what is in it, its declared type which type ids it and its parts have.
 *
 * @param value the value
 * @param type its declared type
 */
public record Declared(Object value, JavaType type) {

    /** Writes a value by its declared type. */
    public static final class Writer extends ValueSerializer<Declared> {

        /** Makes one. */
        public Writer() {}

        @Override
        public void serialize(Declared declared, JsonGenerator generator, SerializationContext context) {
            context.findTypedValueSerializer(written(declared, context), true)
                    .serialize(declared.value, generator, context);
        }

        private static JavaType written(Declared declared, SerializationContext context) {
            JavaType type = declared.type;
            Class<?> actual = declared.value.getClass();
            if (!type.isTypeOrSuperTypeOf(actual)) {
                return context.constructType(actual);
            }
            if (type.hasRawClass(actual)
                    || type.isContainerType()
                    || type.isReferenceType()
                    || type.isIterationType()) {
                return type;
            }
            return type.hasGenericTypes()
                    ? context.constructSpecializedType(type, actual)
                    : context.constructType(actual);
        }
    }
}
