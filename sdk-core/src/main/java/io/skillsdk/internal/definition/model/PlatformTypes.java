package io.skillsdk.internal.definition.model;

import io.skillsdk.internal.json.shape.JsonShape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The platform's names for the types of JSON. */
public final class PlatformTypes {

    private PlatformTypes() {}

    public static String of(JsonShape shape) {
        if (shape instanceof JsonShape.Scalar scalar) {
            return scalar.kind().name().toLowerCase(Locale.ROOT);
        }
        return shape instanceof JsonShape.Array || shape instanceof JsonShape.Tuple ? "array" : "object";
    }

    /** Whether a type as declared, in any case, describes a shape. */
    public static boolean describes(@Nullable String declared, JsonShape shape) {
        if (declared == null || shape instanceof JsonShape.Anything) {
            return true;
        }
        String type = declared.toLowerCase(Locale.ROOT);
        String expected = of(shape);
        return type.equals(expected)
                || (type.equals("number") && expected.equals("integer"))
                || (type.equals("enum") && expected.equals("string"));
    }
}
