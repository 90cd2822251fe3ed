package io.skillsdk.internal.json.mapper;

import io.skillsdk.internal.json.library.JacksonLibrary;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Refuses to write a value that cannot be meant, such as an exception in a Map; an author's own writer may. */
public final class AnswerableOnly extends ValueSerializerModifier {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public AnswerableOnly() {}

    @Override
    public ValueSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription.Supplier description, ValueSerializer<?> writer) {
        String instead = Unanswerable.insteadOf(description.getBeanClass());
        boolean jacksons = JacksonLibrary.hasMade(writer);
        return instead == null || !jacksons ? writer : new Refusal(description.getBeanClass(), instead);
    }

    /** Whether values of a type are refused: an author may have a writer of his own for one that cannot be meant otherwise. */
    public static boolean refuses(JavaType type) {
        try {
            return Json.MAPPER._serializationContext().findValueSerializer(type) instanceof Refusal;
        } catch (JacksonException e) {
            // told where it is written
            return false;
        }
    }

    private static final class Refusal extends ValueSerializer<Object> {

        private final Class<?> type;

        private final String instead;

        private Refusal(Class<?> type, String instead) {
            this.type = type;
            this.instead = instead;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            context.reportBadDefinition(type, type.getSimpleName() + " is not an answer. " + instead);
        }
    }
}
