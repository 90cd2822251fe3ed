package io.skillsdk.internal.definition.edit;

/**
 * A text by its lines, which end in LF, CR or CRLF.
 *
 * @param text the text
 * @param lineEnd how most of its lines end
 */
record SourceText(String text, String lineEnd) {

    static SourceText of(String text) {
        int crlf = 0;
        int cr = 0;
        int lf = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                crlf++;
                i++;
            } else if (c == '\r') {
                cr++;
            } else if (c == '\n') {
                lf++;
            }
        }
        return new SourceText(text, crlf > lf && crlf >= cr ? "\r\n" : cr > lf ? "\r" : "\n");
    }

    /** The offset at which the line of an offset starts, behind a byte order mark. */
    int lineStart(int offset) {
        int start = offset;
        while (start > 0 && !isLastOfLine(start - 1)) {
            start--;
        }
        return start == 0 && text.startsWith("\uFEFF") ? 1 : start;
    }

    /** The offset at which the line after that of an offset starts, or the text ends. */
    int nextLine(int offset) {
        int end = offset;
        while (end < text.length() && !isLineEnd(end)) {
            end++;
        }
        if (end < text.length()
                && text.charAt(end) == '\r'
                && end + 1 < text.length()
                && text.charAt(end + 1) == '\n') {
            end++;
        }
        return Math.min(end + 1, text.length());
    }

    /** How far an offset is from the start of its line, in characters as YAML counts them. */
    int column(int offset) {
        return text.codePointCount(lineStart(offset), offset);
    }

    /** Whether there is only white space before an offset in its line. */
    boolean isFirstInLine(int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    /** Whether a text ends without the end of its last line. */
    boolean endsWithinLine() {
        return !text.isEmpty() && !isLineEnd(text.length() - 1);
    }

    /** What ends the last line of a value that has it within: a block scalar that keeps its line ends; empty for any other. */
    String lineEndOf(SourceNode node) {
        return node.start() < node.end() && isLineEnd(node.end() - 1) ? "\n" : "";
    }

    boolean isBlankLine(int offset) {
        return text.substring(lineStart(offset), nextLine(offset)).isBlank();
    }

    /** The offset of a column of a line; -1 where the line is shorter. */
    int at(int lineStart, int column) {
        int offset = lineStart;
        for (int i = 0; i < column; i++) {
            if (offset >= text.length() || isLineEnd(offset)) {
                return -1;
            }
            offset += Character.charCount(text.codePointAt(offset));
        }
        return offset < text.length() ? offset : -1;
    }

    private boolean isLastOfLine(int offset) {
        boolean withinLineEnd =
                text.charAt(offset) == '\r' && offset + 1 < text.length() && text.charAt(offset + 1) == '\n';
        return isLineEnd(offset) && !withinLineEnd;
    }

    private boolean isLineEnd(int offset) {
        return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
    }
}
