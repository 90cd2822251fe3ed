package io.skillsdk.internal.definition.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of a tree, without any text: what a text is to say once it is edited. */
public final class Changes {

    private Changes() {}

    /**
     * Makes changes.
     *
     * @param tree maps, lists and scalars; it stays as it is
     * @return the tree with all changes
     * @throws IllegalArgumentException when a change has no place in the tree
     */
    public static @Nullable Object apply(@Nullable Object tree, List<Change> changes) {
        List<Change> ordered = inOrder(tree, changes);
        Collections.reverse(ordered);
        Object changed = copy(tree);
        for (Change change : ordered) {
            changed = apply(changed, change);
        }
        return changed;
    }

    static List<Change> inOrder(@Nullable Object tree, List<Change> changes) {
        List<Change> ordered = new ArrayList<>(changes);
        ordered.sort(new ChangeOrder(tree));
        return ordered;
    }

    private static @Nullable Object apply(@Nullable Object tree, Change change) {
        if (change instanceof Change.Replace replace && replace.at().isRoot()) {
            return copy(replace.value());
        }
        if (change instanceof Change.Put put) {
            put(map(put.at().in(tree)), put);
        } else if (change instanceof Change.Insert insert) {
            list(insert.at().in(tree)).add(insert.index(), copy(insert.value()));
        } else {
            Object owner = change.at().parent().in(tree);
            Object step = change.at().last();
            boolean replaces = change instanceof Change.Replace;
            Object value = change instanceof Change.Replace replace ? copy(replace.value()) : null;
            if (step instanceof Integer index) {
                if (replaces) {
                    list(owner).set(index, value);
                } else {
                    list(owner).remove((int) index);
                }
            } else if (replaces) {
                map(owner).put(step, value);
            } else {
                map(owner).remove(step);
            }
        }
        return tree;
    }

    private static void put(Map<Object, @Nullable Object> owner, Change.Put put) {
        Map<Object, @Nullable Object> before = new LinkedHashMap<>(owner);
        owner.clear();
        before.forEach((key, value) -> {
            owner.put(key, value);
            if (key.equals(put.after())) {
                owner.put(put.key(), copy(put.value()));
            }
        });
        owner.putIfAbsent(put.key(), copy(put.value()));
    }

    static @Nullable Object copy(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return tree instanceof BigDecimal number ? read(number) : tree;
    }

    /** A number as it is read from YAML. */
    private static Object read(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0 || plain.precision() - plain.scale() > 18) {
            return number.doubleValue();
        }
        long whole = plain.longValueExact();
        return whole == (int) whole ? (Object) (int) whole : whole;
    }

    @SuppressWarnings("unchecked") // copies are made by copy()
    private static Map<Object, @Nullable Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return (Map<Object, @Nullable Object>) value;
        }
        throw new IllegalArgumentException("There is no mapping at a change's place.");
    }

    @SuppressWarnings("unchecked") // copies are made by copy()
    private static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?>) {
            return (List<@Nullable Object>) value;
        }
        throw new IllegalArgumentException("There is no list at a change's place.");
    }
}
