package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree of maps and lists.
 *
 * @param steps keys (String) and indices (Integer), from the root
 */
public record TreePath(List<Object> steps) {

    /** The whole tree. */
    public static final TreePath ROOT = new TreePath(List.of());

    /** Makes a path of keys and indices. */
    public static TreePath of(Object... steps) {
        return new TreePath(List.of(steps));
    }

    /** The place of a key or an index below this place. */
    public TreePath then(Object step) {
        List<Object> all = new ArrayList<>(steps);
        all.add(step);
        return new TreePath(List.copyOf(all));
    }

    /** Whether this is the whole tree. */
    public boolean isRoot() {
        return steps.isEmpty();
    }

    TreePath parent() {
        return new TreePath(steps.subList(0, steps.size() - 1));
    }

    Object last() {
        return steps.get(steps.size() - 1);
    }

    /** Whether a place is this one or below it. */
    boolean holds(TreePath other) {
        return other.steps.size() >= steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    /** The value at this place; null where there is none. */
    public @Nullable Object in(@Nullable Object tree) {
        Object value = tree;
        for (Object step : steps) {
            if (value instanceof Map<?, ?> map && step instanceof String) {
                value = map.get(step);
            } else if (value instanceof List<?> list && step instanceof Integer index && index < list.size()) {
                value = list.get(index);
            } else {
                return null;
            }
        }
        return value;
    }

    /** The path as people write it: {@code inputs[0].parameters}; empty for the whole tree. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
