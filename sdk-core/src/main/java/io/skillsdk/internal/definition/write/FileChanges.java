package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.edit.Change;
import io.skillsdk.internal.definition.edit.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the changes of one file. */
final class FileChanges {

    /** The order of keys in the vendor's template; each key has its place in one kind of mapping only. */
    private static final List<String> ORDER = List.of(
            "camel",
            "name",
            "type",
            "image",
            "environmentVariables",
            "command",
            "port",
            "title",
            "description",
            "tags",
            "format",
            "required",
            "secure",
            "defaultValue",
            "validValues",
            "$ref",
            "parameters",
            "routing",
            "all",
            "action",
            "runtime",
            "output",
            "inputs",
            "outputs",
            "properties",
            "actions");

    private final List<Change> changes = new ArrayList<>();

    List<Change> all() {
        return changes;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Gives a key a value, whether it is there or not. */
    void set(Item item, String key, @Nullable Object value) {
        if (item.has(key)) {
            changes.add(new Change.Replace(item.at().then(key), value));
        } else {
            changes.add(new Change.Put(item.at(), key, value, before(item, key)));
        }
    }

    /** Gives a key a value of the kind that it has: a text stays a text, as in {@code port: "5000"}. */
    void setText(Item item, String key, Object value) {
        boolean isText = item.value(key) instanceof String text && !text.isEmpty();
        set(item, key, isText ? value.toString() : value);
    }

    void remove(Item item, String key) {
        if (item.has(key)) {
            changes.add(new Change.Remove(item.at().then(key)));
        }
    }

    void remove(Item item) {
        changes.add(new Change.Remove(item.at()));
    }

    /** Inserts into a list that has items. */
    void insert(TreePath list, int index, Object value) {
        changes.add(new Change.Insert(list, index, value));
    }

    /** Appends items to a list, which may not be there yet. */
    void append(Item owner, String key, List<? extends Object> items) {
        if (items.isEmpty()) {
            return;
        }
        if (owner.value(key) instanceof List<?> list && !list.isEmpty()) {
            items.forEach(item -> insert(owner.at().then(key), list.size(), item));
        } else {
            set(owner, key, items);
        }
    }

    /** The last key of a mapping that comes before one in the template's order. */
    private static @Nullable String before(Item item, String key) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String known : ORDER) {
            places.put(known, places.size());
        }
        String last = null;
        for (Object present : item.keys().keySet()) {
            Integer place = places.get(present.toString());
            if (place != null && place < places.getOrDefault(key, ORDER.size())) {
                last = present.toString();
            }
        }
        return last;
    }
}
