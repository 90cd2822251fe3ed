package io.skillsdk.internal.call.validation;

import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.type.PayloadType;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Java's way to a value, in the names that the sender used. One use. */
final class ConstraintFields {

    private final StringBuilder field;

    private @Nullable JsonShape at;

    /** What is unwrapped has no name of its own: its members go by both names. */
    private String unwrapped = "";

    ConstraintFields(String start, @Nullable JsonShape shape) {
        this.field = new StringBuilder(start);
        this.at = shape;
    }

    void element(@Nullable Integer index, @Nullable Object key) {
        if (index != null) {
            field.append('[').append(index).append(']');
        } else if (key != null) {
            field.append('.').append(key);
        }
        at = at instanceof JsonShape.Array array
                ? array.element()
                : at instanceof JsonShape.Dictionary dictionary ? dictionary.value() : at;
    }

    void property(String javaName) {
        JsonShape.Member member = at == null ? null : member(PayloadType.named(at), unwrapped + javaName);
        if (member != null) {
            int place = at instanceof JsonShape.Tuple tuple ? tuple.members().indexOf(member) : -1;
            field.append(place < 0 ? "." + member.name() : "[" + place + "]");
            at = member.shape();
            unwrapped = "";
        } else if (at != null && isUnwrapped(at, unwrapped + javaName)) {
            unwrapped += javaName + ".";
        } else {
            field.append('.').append(javaName);
            at = null;
        }
    }

    @Override
    public String toString() {
        return field.toString();
    }

    private static boolean isUnwrapped(JsonShape shape, String javaName) {
        return members(shape).anyMatch(member -> member.javaName().startsWith(javaName + "."));
    }

    private static JsonShape.@Nullable Member member(JsonShape shape, String javaName) {
        return members(shape)
                .filter(member -> member.javaName().equals(javaName))
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonShape.Member> members(JsonShape shape) {
        if (shape instanceof JsonShape.Choice choice) {
            return choice.variants().values().stream().flatMap(ConstraintFields::members);
        }
        Map<String, JsonShape.Member> members =
                shape instanceof JsonShape.Structure structure ? structure.members() : Map.of();
        return shape instanceof JsonShape.Tuple tuple ? tuple.members().stream() : members.values().stream();
    }
}
