package io.skillsdk.internal.json.mapper;

import io.skillsdk.SkillRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads an envelope in one pass, its payload straight into the author's type. */
final class EnvelopeDeserializer extends ValueDeserializer<SkillRequest<?>> {

    private final @Nullable ValueDeserializer<Object> payload;

    private final @Nullable ValueDeserializer<Object> anything;

    private final boolean primitive;

    EnvelopeDeserializer() {
        this(null, null, false);
    }

    private EnvelopeDeserializer(
            @Nullable ValueDeserializer<Object> payload,
            @Nullable ValueDeserializer<Object> anything,
            boolean primitive) {
        this.payload = payload;
        this.anything = anything;
        this.primitive = primitive;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType envelope = context.getContextualType();
        JavaType payloadType = envelope != null && envelope.containedTypeCount() == 1
                ? envelope.containedType(0)
                : context.constructType(Object.class);
        return new EnvelopeDeserializer(
                context.findRootValueDeserializer(payloadType),
                context.findRootValueDeserializer(context.constructType(Object.class)),
                payloadType.isPrimitive());
    }

    @Override
    @SuppressWarnings("NullAway") // an instance that reads has gone through createContextual
    public SkillRequest<?> deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return (SkillRequest<?>) context.handleUnexpectedToken(SkillRequest.class, parser);
        }
        Object bound = null;
        Map<?, ?> properties = Map.of();
        // of another payload, until this one is read
        SkillRequest.Builder<Boolean> request = SkillRequest.builder(Boolean.TRUE);
        String key;
        while ((key = parser.nextName()) != null) {
            boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
            if (isNull) {
                continue;
            }
            if (key.equals("payload")) {
                bound = payload(parser, context);
            } else if (key.equals("properties")) {
                properties = anything.deserialize(parser, context) instanceof Map<?, ?> map ? map : Map.of();
            } else {
                request.field(key, anything.deserialize(parser, context));
            }
        }
        properties.forEach((name, value) -> {
            if (value != null) {
                request.property(name.toString(), value);
            }
        });
        return request.build().withPayload(bound == null ? absentPayload(context) : bound);
    }

    /** Jackson's own readers tell where they were when they fail, and so does this one. */
    @SuppressWarnings("NullAway")
    private Object payload(JsonParser parser, DeserializationContext context) {
        try {
            return payload.deserialize(parser, context);
        } catch (JacksonException e) {
            throw e.prependPath(SkillRequest.class, "payload");
        }
    }

    /** A payload that is absent or null is read as {}: an agent may call without one (gateway). */
    @SuppressWarnings("NullAway")
    private Object absentPayload(DeserializationContext context) {
        // nothing is no number, though Jackson has 0 for it
        Object absent = primitive ? null : payload.getAbsentValue(context);
        if (absent != null) {
            return absent;
        }
        try (JsonParser empty = JsonNodeFactory.instance.objectNode().traverse(context)) {
            empty.nextToken();
            Object read = payload(empty, context);
            return read == null ? context.reportInputMismatch(SkillRequest.class, "The payload is nothing.") : read;
        }
    }
}
