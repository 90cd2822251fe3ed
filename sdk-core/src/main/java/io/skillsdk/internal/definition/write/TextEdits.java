package io.skillsdk.internal.definition.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Changes to single places of a YAML text; everything else stays as people wrote it. */
public final class TextEdits {

    private record Edit(int start, int end, String text) {}

    private final String text;

    private final List<Integer> lineStarts = new ArrayList<>();

    private final List<Edit> edits = new ArrayList<>();

    public TextEdits(String text) {
        this.text = text;
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lineStarts.add(i + 1);
            }
        }
    }

    /** Replaces a scalar or flow collection. */
    public void replace(Node node, String with) {
        edits.add(new Edit(offset(start(node)), offset(end(node)), with));
    }

    /** Inserts whole lines after a line, counted from 0. */
    public void insertAfter(int line, String lines) {
        if (line + 1 < lineStarts.size()) {
            edits.add(new Edit(lineStarts.get(line + 1), lineStarts.get(line + 1), lines));
        } else {
            // the last line has no end yet
            edits.add(new Edit(text.length(), text.length(), "\n" + lines.substring(0, lines.length() - 1)));
        }
    }

    /** Inserts whole lines before a line, counted from 0. */
    public void insertBefore(int line, String lines) {
        edits.add(new Edit(lineStarts.get(line), lineStarts.get(line), lines));
    }

    /** Deletes lines, counted from 0, the last included. */
    public void deleteLines(int first, int last) {
        int end = last + 1 < lineStarts.size() ? lineStarts.get(last + 1) : text.length();
        edits.add(new Edit(lineStarts.get(first), end, ""));
    }

    public String apply() {
        StringBuilder result = new StringBuilder(text);
        List<Edit> ordered = new ArrayList<>(edits);
        // stable: what was inserted first stays first, and before what is deleted at the same place
        ordered.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        for (int i = ordered.size() - 1; i >= 0; i--) {
            Edit edit = ordered.get(i);
            result.replace(edit.start, edit.end, edit.text);
        }
        return result.toString();
    }

    /** The first line of an item of a block sequence, where its dash is. */
    public int dashLine(SequenceNode sequence, Node item) {
        int column = start(sequence).getColumn();
        int line = start(item).getLine();
        while (line > 0 && !hasDashAt(line, column)) {
            line--;
        }
        return line;
    }

    private boolean hasDashAt(int line, int column) {
        int at = lineStarts.get(line) + column;
        return at < text.length()
                && text.charAt(at) == '-'
                && text.substring(lineStarts.get(line), at).isBlank();
    }

    /** The last line with something of a node on it; comments and empty lines below belong to nobody. */
    public static int lastLine(Node node) {
        if (node instanceof CollectionNode<?> collection
                && !collection.getValue().isEmpty()
                && isBlock(node)) {
            int last = 0;
            if (node instanceof MappingNode mapping) {
                for (NodeTuple tuple : mapping.getValue()) {
                    last = Math.max(last, Math.max(lastLine(tuple.getKeyNode()), lastLine(tuple.getValueNode())));
                }
            } else if (node instanceof SequenceNode sequence) {
                for (Node item : sequence.getValue()) {
                    last = Math.max(last, lastLine(item));
                }
            }
            return last;
        }
        Mark end = end(node);
        // a block scalar ends at the start of the line below it
        boolean below = end.getColumn() == 0 && end.getLine() > start(node).getLine();
        return below ? end.getLine() - 1 : end.getLine();
    }

    public static boolean isBlock(Node node) {
        return !(node instanceof CollectionNode<?> collection) || collection.getFlowStyle() != FlowStyle.FLOW;
    }

    public static Mark start(Node node) {
        return node.getStartMark().orElseThrow();
    }

    private static Mark end(Node node) {
        return node.getEndMark().orElseThrow();
    }

    private int offset(Mark mark) {
        return text.offsetByCodePoints(lineStarts.get(mark.getLine()), mark.getColumn());
    }
}
