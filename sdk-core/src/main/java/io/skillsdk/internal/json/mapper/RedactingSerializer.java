package io.skillsdk.internal.json.mapper;

import io.skillsdk.SkillProperties;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Keeps the properties of a call, secrets among them, out of every answer. */
final class RedactingSerializer extends ValueSerializer<SkillProperties> {

    @Override
    public void serialize(SkillProperties properties, JsonGenerator generator, SerializationContext context) {
        context.reportBadDefinition(
                SkillProperties.class, "the properties of a call may hold secrets and cannot be part of a result");
    }
}
