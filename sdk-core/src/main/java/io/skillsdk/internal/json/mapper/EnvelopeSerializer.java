package io.skillsdk.internal.json.mapper;

import io.skillsdk.SkillRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes what of an envelope may leave the daemon: neither its token nor its properties. */
final class EnvelopeSerializer extends ValueSerializer<SkillRequest<?>> {

    private final JavaType payloadType;

    EnvelopeSerializer(JavaType payloadType) {
        this.payloadType = payloadType;
    }

    @Override
    public void serialize(SkillRequest<?> request, JsonGenerator generator, SerializationContext context) {
        generator.writeStartObject();
        request.activationId().ifPresent(id -> generator.writeStringProperty("activationId", id));
        request.sessionId().ifPresent(id -> generator.writeStringProperty("sessionId", id));
        request.skillName().ifPresent(name -> generator.writeStringProperty("skillName", name));
        request.outputName().ifPresent(name -> generator.writeStringProperty("outputName", name));
        generator.writeName("payload");
        context.writeValue(generator, new Declared(request.payload(), payloadType));
        generator.writeEndObject();
    }
}
