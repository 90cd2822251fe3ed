package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of changes in a document. Made from the last to the first, none of them moves the place of one that is still
 * to come.
 */
final class ChangeOrder implements Comparator<Change> {

    private final @Nullable Object tree;

    ChangeOrder(@Nullable Object tree) {
        this.tree = tree;
    }

    @Override
    public int compare(Change one, Change other) {
        List<Double> left = place(one);
        List<Double> right = place(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int compared = left.get(i).compareTo(right.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private List<Double> place(Change change) {
        List<Double> place = new ArrayList<>();
        Object value = tree;
        for (Object step : change.at().steps()) {
            place.add(ordinal(value, step));
            value = TreePath.of(step).in(value);
        }
        if (change instanceof Change.Insert insert) {
            place.add(insert.index() - 0.5);
        } else if (change instanceof Change.Put put) {
            place.add(put.after() == null ? Double.MAX_VALUE : ordinal(value, put.after()) + 0.5);
        }
        return place;
    }

    private static double ordinal(@Nullable Object value, Object step) {
        if (step instanceof Integer index) {
            return index;
        }
        return value instanceof Map<?, ?> map ? List.copyOf(map.keySet()).indexOf(step) : 0;
    }
}
