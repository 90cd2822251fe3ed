package io.skillsdk.internal.json.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.skillsdk.SkillRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleSerializers;

/** Finds the writer of an envelope, which has to know the type of its payload. */
final class EnvelopeSerializers extends SimpleSerializers {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ValueSerializer<?> findSerializer(
            SerializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            JsonFormat.@Nullable Value format) {
        return type.hasRawClass(SkillRequest.class)
                ? new EnvelopeSerializer(type.containedTypeOrUnknown(0))
                : super.findSerializer(config, type, description, format);
    }
}
