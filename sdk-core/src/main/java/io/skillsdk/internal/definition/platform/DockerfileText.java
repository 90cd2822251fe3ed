package io.skillsdk.internal.definition.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Dockerfile into its instructions. */
final class DockerfileText {

    /** The word that ends what follows an instruction, at the start of a word: a shift within an expression is none. */
    private static final Pattern HEREDOC =
            Pattern.compile("(?<!\\S)\\d{0,5}<<-?[\"']?([A-Za-z0-9_]{1,60})[\"']?(?!\\S)");

    private static final Pattern DIRECTIVE =
            Pattern.compile("#\\s{0,20}([a-zA-Z]{1,20})\\s{0,20}=\\s{0,20}(\\S{1,200})\\s*");

    private static final Set<String> WITH_HEREDOCS = Set.of("RUN", "COPY", "ADD");

    /**
     * An instruction.
     *
     * @param line where it starts, from 1
     * @param name its name in upper case
     * @param rest what follows, its lines joined
     */
    record Instruction(int line, String name, String rest) {

        /** The words of a command or of file names, written as JSON or not, behind options that precede them. */
        List<String> words() {
            List<String> words = new ArrayList<>();
            String left = rest;
            while (left.startsWith("--")) {
                String[] parts = left.split("\\s+", 2);
                words.add(parts[0]);
                left = parts.length == 1 ? "" : parts[1];
            }
            words.addAll(split(left, left.startsWith("[")));
            return words;
        }

        /** Whether it has texts on the lines behind it. */
        boolean hasHeredoc() {
            return WITH_HEREDOCS.contains(name) && HEREDOC.matcher(rest).find();
        }
    }

    /** Words between white space, or the texts of a JSON list; quotes hold one together, and are left out. */
    private static List<String> split(String text, boolean json) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote != 0) {
                boolean escaped = c == '\\' && json && i + 1 < text.length();
                word.append(escaped ? text.charAt(++i) : c);
            } else if (c == '"' || (c == '\'' && !json)) {
                quote = c;
                open = true;
            } else if (!Character.isWhitespace(c) && !(json && ",[]".indexOf(c) >= 0)) {
                word.append(c);
                open = true;
            } else if (open) {
                words.add(word.toString());
                word.setLength(0);
                open = false;
            }
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }

    private DockerfileText() {}

    static List<Instruction> read(String text) {
        List<Instruction> all = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int started = 0;
        Deque<String> heredocs = new ArrayDeque<>();
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1);
        char escape = escape(lines);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!heredocs.isEmpty()) {
                if (line.equals(heredocs.peek())) {
                    heredocs.remove();
                }
                continue;
            }
            // Docker passes over both, within an instruction too
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (pending.isEmpty()) {
                started = i + 1;
            }
            // lines are joined as they are: a word may be broken, and the white space before its rest is part of it
            String joined = lines[i].stripTrailing();
            if (joined.charAt(joined.length() - 1) == escape) {
                pending.append(joined, 0, joined.length() - 1);
                continue;
            }
            all.add(instruction(started, pending.append(joined).toString(), heredocs));
            pending.setLength(0);
        }
        if (!pending.toString().isBlank()) {
            all.add(instruction(started, pending.toString(), heredocs));
        }
        return all;
    }

    /** The character that continues a line: a comment at the top of the file may choose the other one. */
    private static char escape(String[] lines) {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line);
            if (!directive.matches()) {
                return '\\';
            }
            if (directive.group(1).equalsIgnoreCase("escape")) {
                return directive.group(2).equals("`") ? '`' : '\\';
            }
        }
        return '\\';
    }

    private static Instruction instruction(int line, String text, Deque<String> heredocs) {
        String[] parts = text.strip().split("\\s+", 2);
        Instruction read =
                new Instruction(line, parts[0].toUpperCase(Locale.ROOT), parts.length == 1 ? "" : parts[1].strip());
        if (read.hasHeredoc()) {
            HEREDOC.matcher(read.rest()).results().forEach(found -> heredocs.add(found.group(1)));
        }
        return read;
    }
}
