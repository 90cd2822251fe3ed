package io.skillsdk.internal.json.schema;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.type.PayloadType;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JavaType;

/** The schema of one action's payload. A payload that is absent or null is read as {@code {}}, where the type allows it. */
public final class PayloadSchemas {

    private static final Set<String> EMPTY_WHEN_ABSENT =
            Set.of("java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");

    private final Map<String, Object> schema;

    private final boolean required;

    /**
     * Describes a payload.
     *
     * @param taken whether the action takes one; any is let through if not
     */
    public PayloadSchemas(JsonSchemas schemas, PayloadType payload, boolean taken) {
        required = taken && !takesAbsent(payload);
        Map<String, Object> full = schemas.of(payload.shape(), Direction.READ);
        schema = required ? full : SchemaKeywords.orNull(full);
    }

    public Map<String, Object> schema() {
        return schema;
    }

    /** Whether a call without a payload is refused. */
    public boolean isRequired() {
        return required;
    }

    private static boolean takesAbsent(PayloadType payload) {
        JsonShape shape = payload.shape();
        boolean known = shape.type() instanceof JavaType type && JacksonRules.describe(type, Direction.READ);
        if (!known || payload.is(java.util.Optional.class) || payload.is(SkillRequest.class)) {
            return true;
        }
        if (shape instanceof JsonShape.Structure structure) {
            return structure.members().values().stream().noneMatch(JsonShape.Member::required);
        }
        if (shape instanceof JsonShape.Choice choice) {
            return choice.fallback() != null;
        }
        return shape instanceof JsonShape.Dictionary
                || shape instanceof JsonShape.Anything
                || (shape.type() instanceof JavaType type
                        && EMPTY_WHEN_ABSENT.contains(type.getRawClass().getName()));
    }
}
