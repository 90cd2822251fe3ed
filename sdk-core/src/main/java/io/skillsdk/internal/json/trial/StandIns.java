package io.skillsdk.internal.json.trial;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.util.ClassUtil;

/** What stands in for a value that does not fit, so that the reading of what it is in can go on. */
final class StandIns {

    private StandIns() {}

    /** Something of a type; null where nothing is at hand. */
    static @Nullable Object of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return "";
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants().length == 0 ? null : raw.getEnumConstants()[0];
        }
        if (raw == List.class) {
            return List.of();
        }
        if (raw == Map.class) {
            return Map.of();
        }
        if (raw == Set.class) {
            return Set.of();
        }
        Class<?> primitive = raw.isPrimitive() ? raw : ClassUtil.primitiveType(raw);
        return primitive == null ? null : ClassUtil.defaultValue(primitive);
    }
}
