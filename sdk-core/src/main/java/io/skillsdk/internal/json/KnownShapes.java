package io.skillsdk.internal.json;

import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShapes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/** The descriptions that the words for faults need, each made once: that costs more than all else of a refusal. */
final class KnownShapes {

    private final JsonShape whole;

    private final Map<JavaType, JsonShape> byType = new ConcurrentHashMap<>();

    private final Map<Class<?>, JsonShape> byClass = new ConcurrentHashMap<>();

    /** Those of a payload. */
    KnownShapes(JsonShape whole) {
        this.whole = whole;
    }

    /** The description of the payload itself. */
    JsonShape whole() {
        return whole;
    }

    JsonShape of(JavaType type) {
        JsonShape known = byType.get(type);
        return known == null ? byType.computeIfAbsent(type, JsonShapes::read) : known;
    }

    /** The description of a class, or null where nothing is known of it. */
    @Nullable JsonShape of(Class<?> type) {
        if (type == Object.class) {
            return null;
        }
        JsonShape known = byClass.get(type);
        return known == null ? byClass.computeIfAbsent(type, KnownShapes::described) : known;
    }

    private static JsonShape described(Class<?> type) {
        JavaType whole = Json.MAPPER.constructType(type);
        try {
            return JsonShapes.read(whole);
        } catch (JacksonException | IllegalArgumentException e) {
            return new JsonShape.Anything(whole);
        }
    }
}
