package io.skillsdk.internal.json;

import io.skillsdk.internal.json.sent.SentValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a value is, as its sender wrote it: payload.rows[2].name. */
final class FieldNames {

    // names are cut where the error is written: longer ones need not be put together
    private static final int LONGEST = ViolationRoom.LONGEST_PART + 100;

    private final SentValue root;

    private final String rootName;

    private final Map<SentValue, String> known = new HashMap<>();

    FieldNames(SentValue root, String rootName) {
        this.root = root;
        this.rootName = rootName;
    }

    String of(SentValue value) {
        SentValue parent = value.parent();
        if (value == root || parent == null) {
            return rootName;
        }
        String whole = known.get(parent);
        if (whole == null) {
            whole = of(parent);
            known.put(parent, whole);
        }
        return whole.length() < LONGEST ? whole + segment(value.name(), value.index()) : whole;
    }

    static String segment(@Nullable String name, int index) {
        if (name == null) {
            return "[" + index + "]";
        }
        return "." + (name.length() > LONGEST ? name.substring(0, LONGEST) : name);
    }
}
