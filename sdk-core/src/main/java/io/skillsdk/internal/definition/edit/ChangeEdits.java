package io.skillsdk.internal.definition.edit;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Turns changes of a tree into edits of its text. */
final class ChangeEdits {

    private final SourceText source;

    private final SourceTree tree;

    private final TextEdits edits;

    private final BlockEdits blocks;

    private final FlowEdits flows;

    ChangeEdits(SourceText source, SourceTree tree) {
        this.source = source;
        this.tree = tree;
        this.edits = new TextEdits(source);
        this.blocks = new BlockEdits(source, edits, new YamlText(ListIndent.of(source, tree.root())));
        this.flows = new FlowEdits(edits);
    }

    /**
     * Makes changes in their order.
     *
     * @return the text with all of them
     * @throws NotEditableException when one cannot be made in place
     */
    String apply(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Replace replace) {
                replace(replace);
            } else if (change instanceof Change.Remove) {
                remove(change.at());
            } else if (change instanceof Change.Put put) {
                put(put);
            } else if (change instanceof Change.Insert insert) {
                insert(insert);
            }
        }
        return edits.apply();
    }

    private SourceTree.Place find(TreePath path) {
        SourceTree.Place place = tree.find(path);
        if (place == null) {
            throw new NotEditableException("nothing is written at " + path);
        }
        return place;
    }

    private void replace(Change.Replace change) {
        SourceTree.Place place = tree.find(change.at());
        if (place == null) {
            // a key that is merged in: what the mapping says itself comes first
            put(new Change.Put(change.at().parent(), change.at().last().toString(), change.value(), null));
            return;
        }
        if (place.owner() == null) {
            throw new NotEditableException("the whole text is to change");
        }
        boolean single = !(change.value() instanceof Map<?, ?> map && !map.isEmpty())
                && !(change.value() instanceof List<?> list && !list.isEmpty());
        boolean within = place.owner().isFlow();
        if (!within && !single) {
            blocks.replace(place, change.value());
            return;
        }
        String value =
                within ? YamlText.flow(change.value(), style(place)) : YamlText.scalar(change.value(), style(place));
        replaceInLine(place, value);
    }

    /** Writes a value between what precedes it, its anchor included, and what follows it. */
    private void replaceInLine(SourceTree.Place place, String value) {
        SourceNode node = place.node();
        String anchored = (node.anchor() == null ? "" : "&" + node.anchor() + " ") + value + source.lineEndOf(node);
        if (node.isBlockCollection() && place.owner() instanceof SourceNode.Mapping) {
            edits.replace(blocks.behindColon(place), node.end(), " " + anchored);
        } else if (node.start() == node.end()) {
            char before = source.text().charAt(node.start() - 1);
            boolean needsColon = place.owner() instanceof SourceNode.Mapping && before != ':';
            edits.insert(node.start(), (needsColon ? ": " : " ") + anchored);
        } else {
            edits.replace(node.start(), node.end(), anchored);
        }
    }

    private ScalarText.Style style(SourceTree.Place place) {
        if (place.node() instanceof SourceNode.Scalar scalar) {
            return scalar.style() == ScalarStyle.DOUBLE_QUOTED
                    ? ScalarText.Style.DOUBLE
                    : scalar.style() == ScalarStyle.SINGLE_QUOTED ? ScalarText.Style.SINGLE : ScalarText.Style.PLAIN;
        }
        return flows.style(place.owner());
    }

    private void put(Change.Put change) {
        SourceNode owner = find(change.at()).node();
        if (!(owner instanceof SourceNode.Mapping mapping)) {
            throw new NotEditableException("there is no mapping at " + change.at());
        }
        SourceNode.Entry after = change.after() == null ? null : mapping.entry(change.after());
        if (mapping.flow()) {
            flows.put(mapping, after, change);
        } else {
            blocks.put(mapping, after, change);
        }
    }

    private void insert(Change.Insert change) {
        SourceNode owner = find(change.at()).node();
        if (!(owner instanceof SourceNode.Sequence sequence) || sequence.items().isEmpty()) {
            throw new NotEditableException("there is no list with items at " + change.at());
        }
        if (sequence.flow()) {
            flows.insert(sequence, change.index(), change.value());
        } else {
            blocks.insert(sequence, change.index(), change.value());
        }
    }

    private void remove(TreePath path) {
        SourceTree.Place place = find(path);
        SourceNode owner = place.owner();
        if (owner == null) {
            throw new NotEditableException("the whole text is to go");
        }
        if (owner.isFlow()) {
            flows.remove(owner, place.index());
        } else {
            blocks.remove(owner, place.index());
        }
    }
}
