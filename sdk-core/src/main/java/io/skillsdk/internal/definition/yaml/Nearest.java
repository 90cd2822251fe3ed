package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.text.NearestName;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Says which name was probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The name that differs by a slip or two; null where none does. */
    public static @Nullable String to(String name, Collection<String> names) {
        return NearestName.of(name, names);
    }

    /** A sentence that names the nearest, or all where there is none that is near, or what to do where there are none. */
    public static String hint(String name, Collection<String> names, String otherwise) {
        String nearest = to(name, names);
        return nearest != null
                ? "did you mean '" + nearest + "'? Fix the name."
                : names.isEmpty() ? otherwise : "use one of " + String.join(", ", names) + ".";
    }
}
