package io.skillsdk.internal.json.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes {@code java.sql.Date} as the day it is where it was made, not as the instant of its midnight. */
public final class LocalDates extends ValueSerializerModifier {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public LocalDates() {}

    @Override
    public ValueSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription.Supplier description, ValueSerializer<?> writer) {
        // by name: not every JDK has java.sql
        return description.getBeanClass().getName().equals("java.sql.Date") ? new Day(writer) : writer;
    }

    private static final class Day extends StdSerializer<Object> {

        private final ValueSerializer<?> writer;

        private Day(ValueSerializer<?> writer) {
            super(Object.class);
            this.writer = writer;
        }

        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
            JsonFormat.Value format = findFormatOverrides(context, property, java.util.Date.class);
            boolean chosen = format.hasPattern() || format.getShape() != JsonFormat.Shape.ANY;
            return chosen ? writer.createContextual(context, property) : this;
        }

        @Override
        public void serialize(Object day, JsonGenerator generator, SerializationContext context) {
            // its toString is the day by its contract: yyyy-mm-dd
            generator.writeString(day.toString());
        }
    }
}
