package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of single stretches of a text; everything else stays. */
final class TextEdits {

    private record Edit(int start, int end, String with) {}

    private final SourceText source;

    private final List<Edit> edits = new ArrayList<>();

    TextEdits(SourceText source) {
        this.source = source;
    }

    /** Replaces a stretch; lines of the replacement end in {@code \n} here, and as the text's own do in the end. */
    void replace(int start, int end, String with) {
        edits.add(new Edit(start, end, with.replace("\n", source.lineEnd())));
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    void delete(int start, int end) {
        replace(start, end, "");
    }

    /** Inserts whole lines at the start of a line, or at the end of the text. */
    void insertLines(int at, String lines) {
        if (at == source.text().length() && source.endsWithinLine()) {
            insert(at, "\n" + lines.substring(0, lines.length() - 1));
        } else {
            insert(at, lines);
        }
    }

    /**
     * Makes all edits; of those at one place, in the order in which they were added.
     *
     * @throws NotEditableException when two overlap
     */
    String apply() {
        List<Edit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(Edit::start));
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Edit edit : ordered) {
            if (edit.start < done) {
                throw new NotEditableException("two edits overlap");
            }
            result.append(source.text(), done, edit.start).append(edit.with);
            done = edit.end;
        }
        return result.append(source.text(), done, source.text().length()).toString();
    }
}
