package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.edit.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a file that is there, with its place.
 *
 * @param at its place
 * @param keys what it has
 */
record Item(TreePath at, Map<?, ?> keys) {

    /** The value of a key; null when it is absent, or has none. */
    @Nullable Object value(String key) {
        return keys.get(key);
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    /** Whether a key is absent, or has no value, or an empty one. */
    boolean isEmpty(String key) {
        Object value = value(key);
        return value == null
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    /** The scalar of a key as text; null when there is none, or an empty one. */
    @Nullable String text(String key) {
        Object value = value(key);
        if (value == null || value.equals("") || value instanceof Map<?, ?> || value instanceof List<?>) {
            return null;
        }
        return value.toString();
    }

    /** The mapping of a key; null when it is none. */
    @Nullable Item item(String key) {
        return value(key) instanceof Map<?, ?> map ? new Item(at.then(key), map) : null;
    }

    /** The mappings in the list of a key, each with its index as the last step of its place. */
    List<Item> items(String key) {
        List<Item> items = new ArrayList<>();
        if (value(key) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> map) {
                    items.add(new Item(at.then(key).then(i), map));
                }
            }
        }
        return items;
    }

    /** The name, as text. */
    @Nullable String name() {
        return text("name");
    }

    /** The index of an item of a list. */
    int index() {
        return (Integer) at.steps().get(at.steps().size() - 1);
    }
}
