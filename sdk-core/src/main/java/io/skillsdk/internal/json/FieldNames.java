package io.skillsdk.internal.json;

import io.skillsdk.internal.json.sent.SentValue;
import org.jspecify.annotations.Nullable;

/** Where a value is, as its sender wrote it: payload.rows[2].name. */
final class FieldNames {

    // names are cut where the error is written: longer ones need not be put together
    private static final int LONGEST = ViolationRoom.LONGEST_PART + 100;

    private final SentValue root;

    private final String rootName;

    private @Nullable SentValue lastParent;

    private String lastName = "";

    FieldNames(SentValue root, String rootName) {
        this.root = root;
        this.rootName = rootName;
    }

    String of(SentValue value) {
        SentValue parent = value.parent();
        if (value == root || parent == null) {
            return rootName;
        }
        // faults often stand side by side
        if (parent != lastParent) {
            StringBuilder name = new StringBuilder();
            append(parent, name);
            lastName = name.toString();
            lastParent = parent;
        }
        return lastName.length() < LONGEST ? lastName + segment(value.name(), value.index()) : lastName;
    }

    private void append(SentValue value, StringBuilder to) {
        SentValue parent = value.parent();
        if (value == root || parent == null) {
            to.append(rootName);
            return;
        }
        append(parent, to);
        if (to.length() < LONGEST) {
            to.append(segment(value.name(), value.index()));
        }
    }

    static String segment(@Nullable String name, int index) {
        if (name == null) {
            return "[" + index + "]";
        }
        return "." + (name.length() > LONGEST ? name.substring(0, LONGEST) : name);
    }
}
