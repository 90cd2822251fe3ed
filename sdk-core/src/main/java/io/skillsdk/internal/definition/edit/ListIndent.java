package io.skillsdk.internal.definition.edit;

import org.jspecify.annotations.Nullable;

/** How far lists are indented below their keys in a text: as its first one is. */
final class ListIndent {

    private ListIndent() {}

    static int of(SourceText source, SourceNode root) {
        Integer first = first(source, root);
        return first == null ? YamlText.TEMPLATE.listIndent() : first;
    }

    private static @Nullable Integer first(SourceText source, SourceNode node) {
        if (node instanceof SourceNode.Sequence sequence && !sequence.flow()) {
            return firstOf(source, sequence.items());
        }
        if (!(node instanceof SourceNode.Mapping mapping) || mapping.flow()) {
            return null;
        }
        for (SourceNode.Entry entry : mapping.entries()) {
            if (entry.value() instanceof SourceNode.Sequence sequence && !sequence.flow()) {
                return Math.max(
                        0,
                        source.column(sequence.content())
                                - source.column(entry.key().start()));
            }
            Integer below = first(source, entry.value());
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static @Nullable Integer firstOf(SourceText source, Iterable<SourceNode> items) {
        for (SourceNode item : items) {
            Integer below = first(source, item);
            if (below != null) {
                return below;
            }
        }
        return null;
    }
}
