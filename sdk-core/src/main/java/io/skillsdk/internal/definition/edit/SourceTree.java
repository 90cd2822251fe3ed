package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text as the tree that it is written as, with the places of its anchors and aliases. */
final class SourceTree {

    /**
     * A value and what it is in.
     *
     * @param owner the mapping or list; null for the whole text
     * @param index its place among the owner's entries or items
     */
    record Place(@Nullable SourceNode owner, int index, SourceNode node) {}

    /**
     * An alias.
     *
     * @param at where it is
     * @param target where its value is
     */
    record AliasSite(TreePath at, TreePath target) {}

    private final SourceNode root;

    private final List<AliasSite> aliases = new ArrayList<>();

    private final Map<String, TreePath> anchors = new HashMap<>();

    SourceTree(String text) {
        this.root = SourceReader.read(text);
        collect(root, TreePath.ROOT);
    }

    private void collect(SourceNode node, TreePath at) {
        if (node.anchor() != null) {
            anchors.put(node.anchor(), at);
        }
        if (node instanceof SourceNode.Alias alias) {
            TreePath target = anchors.get(alias.target());
            if (target != null) {
                aliases.add(new AliasSite(at, target));
            }
        } else if (node instanceof SourceNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(sequence.items().get(i), at.then(i));
            }
        } else if (node instanceof SourceNode.Mapping mapping) {
            for (SourceNode.Entry entry : mapping.entries()) {
                // any other key is what is left of a template, {{name}}: nothing in it is edited
                if (entry.key() instanceof SourceNode.Scalar key) {
                    collect(entry.value(), at.then(key.value()));
                }
            }
        }
    }

    SourceNode root() {
        return root;
    }

    /** All aliases, in the order of the text. */
    List<AliasSite> aliases() {
        return aliases;
    }

    /** Finds what is written at a place; null where nothing is, such as below an alias or where a key is merged in. */
    @Nullable Place find(TreePath path) {
        Place place = new Place(null, 0, root);
        for (Object step : path.steps()) {
            place = below(place.node(), step);
            if (place == null) {
                return null;
            }
        }
        return place;
    }

    private static @Nullable Place below(SourceNode owner, Object step) {
        if (owner instanceof SourceNode.Sequence sequence
                && step instanceof Integer index
                && index < sequence.items().size()) {
            return new Place(owner, index, sequence.items().get(index));
        }
        if (owner instanceof SourceNode.Mapping mapping && step instanceof String key) {
            SourceNode.Entry entry = mapping.entry(key);
            return entry == null ? null : new Place(owner, mapping.entries().indexOf(entry), entry.value());
        }
        return null;
    }
}
