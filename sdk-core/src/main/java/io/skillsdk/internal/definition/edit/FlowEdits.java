package io.skillsdk.internal.definition.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Edits within braces and brackets. */
final class FlowEdits {

    private final TextEdits edits;

    FlowEdits(TextEdits edits) {
        this.edits = edits;
    }

    void put(SourceNode.Mapping owner, SourceNode.@Nullable Entry after, Change.Put change) {
        ScalarText.Style style = style(owner);
        String entry = YamlText.key(change.key(), style, true) + ": " + YamlText.flow(change.value(), style);
        List<SourceNode.Entry> entries = owner.entries();
        if (entries.isEmpty()) {
            edits.insert(owner.end() - 1, entry);
            return;
        }
        SourceNode.Entry before = after == null ? entries.get(entries.size() - 1) : after;
        edits.insert(end(before), ", " + entry);
    }

    void insert(SourceNode.Sequence owner, int index, @Nullable Object value) {
        String item = YamlText.flow(value, style(owner));
        if (index == 0) {
            edits.insert(owner.items().get(0).start(), item + ", ");
        } else {
            edits.insert(owner.items().get(index - 1).end(), ", " + item);
        }
    }

    /** Removes an entry or item with the comma before it, or behind it where it is the first. */
    void remove(SourceNode owner, int index) {
        int[] starts;
        int[] ends;
        if (owner instanceof SourceNode.Mapping mapping) {
            starts = mapping.entries().stream()
                    .mapToInt(entry -> entry.key().start())
                    .toArray();
            ends = mapping.entries().stream().mapToInt(FlowEdits::end).toArray();
        } else {
            List<SourceNode> items = ((SourceNode.Sequence) owner).items();
            starts = items.stream().mapToInt(SourceNode::start).toArray();
            ends = items.stream().mapToInt(SourceNode::end).toArray();
        }
        if (index > 0) {
            edits.delete(ends[index - 1], ends[index]);
        } else {
            edits.delete(starts[0], starts.length > 1 ? starts[1] : ends[0]);
        }
    }

    /** As the keys or texts around are quoted: JSON within YAML stays JSON. */
    ScalarText.Style style(@Nullable SourceNode owner) {
        if (owner instanceof SourceNode.Mapping mapping
                && mapping.flow()
                && !mapping.entries().isEmpty()) {
            return style(mapping.entries().get(0).key(), mapping);
        }
        if (owner instanceof SourceNode.Sequence sequence
                && sequence.flow()
                && !sequence.items().isEmpty()) {
            return style(sequence.items().get(0), sequence);
        }
        return ScalarText.Style.PLAIN;
    }

    private ScalarText.Style style(SourceNode first, SourceNode owner) {
        if (first instanceof SourceNode.Scalar scalar) {
            return scalar.style() == ScalarStyle.DOUBLE_QUOTED ? ScalarText.Style.DOUBLE : ScalarText.Style.PLAIN;
        }
        return first == owner ? ScalarText.Style.PLAIN : style(first);
    }

    private static int end(SourceNode.Entry entry) {
        return Math.max(entry.key().end(), entry.value().end());
    }
}
