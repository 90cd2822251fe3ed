package io.skillsdk.internal.daemon.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that differ between two texts, as a unified diff. */
final class TextDiff {

    private static final int CONTEXT = 3;

    private TextDiff() {}

    /** The diff, from a text that is there or not to another. */
    static List<String> of(String file, @Nullable String before, String after) {
        List<String> from = before == null ? List.of() : lines(before);
        List<String> to = lines(after);
        int start = 0;
        while (start < from.size() && start < to.size() && from.get(start).equals(to.get(start))) {
            start++;
        }
        List<String> diff = new ArrayList<>();
        diff.add("--- " + (before == null ? "/dev/null" : file));
        diff.add("+++ " + file);
        hunks(from, to, start, diff);
        return diff;
    }

    private static void hunks(List<String> from, List<String> to, int start, List<String> diff) {
        List<String> marked = marked(from, to, start);
        int old = 1;
        int now = 1;
        int at = 0;
        while (at < marked.size()) {
            if (marked.get(at).charAt(0) == ' ') {
                at++;
                old++;
                now++;
                continue;
            }
            int first = Math.max(0, at - CONTEXT);
            int end = at;
            for (int i = at; i < marked.size() && i <= end + 2 * CONTEXT; i++) {
                end = marked.get(i).charAt(0) == ' ' ? end : i;
            }
            int last = Math.min(marked.size() - 1, end + CONTEXT);
            List<String> hunk = marked.subList(first, last + 1);
            int back = at - first;
            diff.add("@@ -" + range(old - back, count(hunk, '-')) + " +" + range(now - back, count(hunk, '+')) + " @@");
            diff.addAll(hunk);
            for (int i = at; i <= last; i++) {
                old += marked.get(i).charAt(0) == '+' ? 0 : 1;
                now += marked.get(i).charAt(0) == '-' ? 0 : 1;
            }
            at = last + 1;
        }
    }

    private static String range(int start, long count) {
        return (count == 0 ? start - 1 : start) + "," + count;
    }

    private static long count(List<String> hunk, char mark) {
        return hunk.stream()
                .filter(line -> line.charAt(0) == ' ' || line.charAt(0) == mark)
                .count();
    }

    /** All lines, each with what becomes of it, by the longest common subsequence of what is between equal ends. */
    private static List<String> marked(List<String> from, List<String> to, int start) {
        int tail = 0;
        while (tail < from.size() - start
                && tail < to.size() - start
                && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        List<String> marked = new ArrayList<>();
        from.subList(0, start).forEach(line -> marked.add(" " + line));
        middle(from.subList(start, from.size() - tail), to.subList(start, to.size() - tail), marked);
        from.subList(from.size() - tail, from.size()).forEach(line -> marked.add(" " + line));
        return marked;
    }

    private static void middle(List<String> from, List<String> to, List<String> marked) {
        int[][] length = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                length[i][j] = from.get(i).equals(to.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                marked.add(" " + from.get(i++));
                j++;
            } else if (j == to.size() || (i < from.size() && length[i + 1][j] >= length[i][j + 1])) {
                marked.add("-" + from.get(i++));
            } else {
                marked.add("+" + to.get(j++));
            }
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (!text.isEmpty() && !text.endsWith("\n")) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " (no line break at the end)");
        }
        return lines;
    }
}
