package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the code says of the members of a payload or a result. */
public sealed interface Members {

    /**
     * The members of an object.
     *
     * @param all all of them, in the order of the code; at least one
     * @param written whether they are those of a result, which may differ from those of a payload of the same type
     */
    record Known(List<Member> all, boolean written) implements Members {}

    /** There is no object, or an empty one: nothing can be listed. */
    record None() implements Members {}

    /** Any object: the members are known to the author of skill.yaml alone. */
    record Open() implements Members {}

    /** The names in a path such as {@code profiles/{id}}. */
    Pattern PATH_NAME = Pattern.compile("\\{([^{}/]*+)}");

    /**
     * What an action takes. Names in its path are members too: at {@code daemon.path} they are taken from the payload.
     */
    static Members ofPayload(Action action) {
        JsonShape shape = action.payload().shape();
        List<Member> inPath = inPath(action.path());
        if (!action.takesPayload()) {
            return known(inPath, false);
        }
        if (shape instanceof JsonShape.Structure structure) {
            Map<String, Member> all = new LinkedHashMap<>();
            inPath.forEach(member -> all.put(member.name(), member));
            all.putAll(structure.members());
            return known(List.copyOf(all.values()), false);
        }
        return isObject(shape) ? new Open() : new None();
    }

    /** What an action answers with; numbers and booleans are sent as {@code {"result": v}}. */
    static Members ofResult(Action action) {
        JsonShape shape = action.resultShape();
        if (shape == null) {
            return new Open();
        }
        if (shape instanceof JsonShape.Scalar scalar && scalar.kind() != JsonShape.Kind.STRING) {
            return new Known(List.of(Member.of("result", scalar, true)), true);
        }
        if (shape instanceof JsonShape.Structure structure) {
            return known(List.copyOf(structure.members().values()), true);
        }
        return isObject(shape) ? new Open() : new None();
    }

    private static Members known(List<Member> all, boolean written) {
        return all.isEmpty() ? new None() : new Known(all, written);
    }

    private static boolean isObject(@Nullable JsonShape shape) {
        return shape != null && PlatformTypes.of(shape).equals("object");
    }

    private static List<Member> inPath(String path) {
        List<Member> members = new ArrayList<>();
        Matcher names = PATH_NAME.matcher(path);
        while (names.find()) {
            JsonShape text = new JsonShape.Scalar(String.class, JsonShape.Kind.STRING, "", "a string", List.of());
            members.add(Member.of(names.group(1), text, true));
        }
        return members;
    }
}
