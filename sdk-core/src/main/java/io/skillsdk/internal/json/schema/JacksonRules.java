package io.skillsdk.internal.json.schema;

import io.skillsdk.internal.json.mapper.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Asks Jackson whether it reads and writes a type by its own rules: those of authors and modules cannot be described. */
final class JacksonRules {

    private static final String JACKSON = "tools.jackson.databind.";

    private static final String OURS = JacksonRules.class.getPackageName().replaceFirst("json\\.schema$", "json.");

    /** What reads an enum from names that can be listed. */
    private static final String LISTED = JACKSON + "deser.jdk.EnumDeserializer";

    private JacksonRules() {}

    static boolean describe(JavaType type, Direction direction) {
        try {
            return direction == Direction.READ ? isReadByThem(type) : isWrittenByThem(type);
        } catch (JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReadByThem(JavaType type) {
        ValueDeserializer<?> reader = Json.MAPPER._deserializationContext().findRootValueDeserializer(type);
        while (reader.getDelegatee() != null) {
            reader = reader.getDelegatee();
        }
        String name = reader.getClass().getName();
        return type.isEnumType() ? LISTED.equals(name) : isTheirs(name);
    }

    private static boolean isWrittenByThem(JavaType type) {
        ValueSerializer<?> writer = Json.MAPPER._serializationContext().findTypedValueSerializer(type, true);
        while (writer.getDelegatee() != null) {
            writer = writer.getDelegatee();
        }
        return isTheirs(writer.getClass().getName());
    }

    private static boolean isTheirs(String name) {
        return name.startsWith(JACKSON) || name.startsWith(OURS);
    }
}
