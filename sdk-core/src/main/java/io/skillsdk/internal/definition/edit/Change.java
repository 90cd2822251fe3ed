package io.skillsdk.internal.definition.edit;

import org.jspecify.annotations.Nullable;

/** One change of a tree. Its paths are those of the tree before any of the changes that are made together. */
public sealed interface Change {

    /** Where it is, or what it is directly below. */
    TreePath at();

    /**
     * A value becomes another one.
     *
     * @param at the value's place; there is a value
     * @param value a String, number, Boolean, Map, List or null
     */
    record Replace(TreePath at, @Nullable Object value) implements Change {}

    /**
     * A mapping gets a key.
     *
     * @param at the mapping
     * @param key a key that it does not have
     * @param value as in {@link Replace}
     * @param after the key that it comes after; null for the end
     */
    record Put(
            TreePath at,
            String key,
            @Nullable Object value,
            @Nullable String after) implements Change {}

    /**
     * A list gets an item.
     *
     * @param at the list, which has items
     * @param index the index, before all changes, of the item that it comes before; the list's size for the end
     * @param value as in {@link Replace}
     */
    record Insert(TreePath at, int index, @Nullable Object value) implements Change {}

    /**
     * A key or an item goes.
     *
     * @param at its place
     */
    record Remove(TreePath at) implements Change {}
}
