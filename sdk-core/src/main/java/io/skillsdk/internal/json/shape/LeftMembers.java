package io.skillsdk.internal.json.shape;

import io.skillsdk.internal.json.mapper.IgnoredNames;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a component leaves of the structure of its type. */
final class LeftMembers {

    private LeftMembers() {}

    /** A shape without what is ignored of the structure in it. */
    static JsonShape of(JsonShape shape, IgnoredNames ignored) {
        if (ignored.isEmpty()) {
            return shape;
        }
        if (shape instanceof JsonShape.Array array) {
            return new JsonShape.Array(array.type(), of(array.element(), ignored));
        }
        if (shape instanceof JsonShape.Dictionary dictionary) {
            return new JsonShape.Dictionary(dictionary.type(), of(dictionary.value(), ignored));
        }
        if (!(shape instanceof Structure structure)) {
            return shape;
        }
        if (!structure.isComplete()) {
            // it contains itself, and is just being described
            return new JsonShape.Anything(structure.type());
        }
        Map<String, Member> left = new LinkedHashMap<>(structure.members());
        left.keySet().removeIf(ignored::contains);
        return Structure.of(structure.type(), structure.name(), left);
    }
}
