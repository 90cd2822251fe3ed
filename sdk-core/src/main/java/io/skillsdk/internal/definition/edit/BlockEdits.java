package io.skillsdk.internal.definition.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edits of whole lines, outside of braces and brackets. */
final class BlockEdits {

    private final SourceText source;

    private final TextEdits edits;

    private final YamlText yaml;

    BlockEdits(SourceText source, TextEdits edits, YamlText yaml) {
        this.source = source;
        this.edits = edits;
        this.yaml = yaml;
    }

    /** The offset behind the colon of an entry. */
    int behindColon(SourceTree.Place place) {
        SourceNode.Mapping owner = (SourceNode.Mapping) place.owner();
        if (owner == null) {
            throw new NotEditableException("there is no key");
        }
        SourceNode key = owner.entries().get(place.index()).key();
        int colon = source.text().indexOf(':', key.end());
        if (colon < 0 || !source.text().substring(key.end(), colon).isBlank()) {
            throw new NotEditableException("a key is written in a way of its own");
        }
        return colon + 1;
    }

    /** Replaces a value by a mapping or list with something in it. */
    void replace(SourceTree.Place place, @Nullable Object value) {
        SourceNode node = place.node();
        String anchor = node.anchor() == null ? "" : " &" + node.anchor();
        if (place.owner() instanceof SourceNode.Mapping owner) {
            int indent = source.column(owner.entries().get(place.index()).key().start());
            edits.replace(behindColon(place), node.end(), anchor + source.lineEndOf(node));
            edits.insertLines(below(node), yaml.value(value, indent).substring(1));
            return;
        }
        SourceNode.Sequence owner = (SourceNode.Sequence) place.owner();
        if (owner == null) {
            throw new NotEditableException("there is no list");
        }
        int dash = dash(owner, place.index());
        int indent = source.column(dash);
        String content = yaml.itemContent(value, indent);
        String placed = anchor.isEmpty() ? " " + content : anchor + "\n" + " ".repeat(indent + 2) + content;
        edits.replace(dash + 1, node.end(), placed.substring(0, placed.length() - 1) + source.lineEndOf(node));
    }

    void put(SourceNode.Mapping owner, SourceNode.@Nullable Entry after, Change.Put change) {
        List<SourceNode.Entry> entries = owner.entries();
        SourceNode.Entry before = after == null ? entries.get(entries.size() - 1) : after;
        int column = source.column(entries.get(0).key().start());
        String lines = yaml.block(Map.of(change.key(), nullable(change.value())), column);
        boolean section = column == 0 && change.value() instanceof List<?> && hasBlankLines(entries);
        edits.insertLines(below(before.value()), (section ? "\n" : "") + lines);
    }

    private static Object nullable(@Nullable Object value) {
        if (value == null) {
            throw new NotEditableException("a key without a value");
        }
        return value;
    }

    /** Whether the sections of a definition are set apart by empty lines. */
    private boolean hasBlankLines(List<SourceNode.Entry> entries) {
        return entries.stream()
                .skip(1)
                .anyMatch(entry -> entry.key().start() > 1
                        && source.isBlankLine(source.lineStart(entry.key().start()) - 1));
    }

    void insert(SourceNode.Sequence owner, int index, @Nullable Object value) {
        int column = source.column(owner.content());
        if (index > 0) {
            edits.insertLines(below(owner.items().get(index - 1)), yaml.item(value, column));
        } else if (source.isFirstInLine(owner.content())) {
            edits.insertLines(aboveComments(owner.content()), yaml.item(value, column));
        } else {
            throw new NotEditableException("a list starts within a line");
        }
    }

    /** The start of the comment lines directly above an item: they are about it, and stay with it. */
    private int aboveComments(int dash) {
        int start = source.lineStart(dash);
        int column = source.column(dash);
        while (start > 1) {
            int above = source.lineStart(start - 1);
            String line = source.text().substring(above, start);
            if (!line.strip().startsWith("#") || line.indexOf('#') != column) {
                break;
            }
            start = above;
        }
        return start;
    }

    void remove(SourceNode owner, int index) {
        if (owner instanceof SourceNode.Mapping mapping) {
            removeEntry(mapping.entries(), index);
        } else {
            SourceNode.Sequence sequence = (SourceNode.Sequence) owner;
            int dash = dash(sequence, index);
            if (!source.isFirstInLine(dash)) {
                throw new NotEditableException("a list starts within a line");
            }
            edits.delete(source.lineStart(dash), below(sequence.items().get(index)));
        }
    }

    private void removeEntry(List<SourceNode.Entry> entries, int index) {
        SourceNode.Entry entry = entries.get(index);
        int start = start(entry);
        if (entries.size() == 1) {
            throw new NotEditableException("a mapping would be left empty");
        }
        if (source.isFirstInLine(start)) {
            edits.delete(source.lineStart(start), below(entry.value()));
        } else if (index == 0) {
            edits.delete(start, start(entries.get(1)));
        } else {
            throw new NotEditableException("a key is written in a way of its own");
        }
    }

    /** Where an entry starts: at its key, or at a question mark before it. */
    private int start(SourceNode.Entry entry) {
        int start = entry.key().start();
        int mark = start - 1;
        while (mark >= 0 && source.text().charAt(mark) == ' ') {
            mark--;
        }
        return mark >= 0 && source.text().charAt(mark) == '?' && source.isFirstInLine(mark) ? mark : start;
    }

    /** The start of the line below the last line of a value; comments and empty lines below it belong to no value. */
    private int below(SourceNode node) {
        int end = node.end();
        boolean keepsLines = node.start() < end
                && end == source.lineStart(end)
                && end <= source.text().length();
        return keepsLines ? end : source.nextLine(end);
    }

    /** The offset of an item's dash. */
    private int dash(SourceNode.Sequence owner, int index) {
        if (index == 0) {
            return owner.content();
        }
        int column = source.column(owner.content());
        int from = owner.items().get(index - 1).end();
        int line = source.lineStart(owner.items().get(index).start());
        while (true) {
            int dash = source.at(line, column);
            if (dash >= from && source.text().charAt(dash) == '-' && source.isFirstInLine(dash)) {
                return dash;
            }
            if (line <= from) {
                throw new NotEditableException("no dash is found");
            }
            line = source.lineStart(line - 1);
        }
    }
}
