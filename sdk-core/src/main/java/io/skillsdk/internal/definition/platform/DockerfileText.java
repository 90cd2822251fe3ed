package io.skillsdk.internal.definition.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a Dockerfile into its instructions. */
final class DockerfileText {

    /** The word that ends what follows an instruction, at the start of a word: a shift within an expression is none. */
    private static final Pattern HEREDOC =
            Pattern.compile("(?<!\\S)\\d{0,5}<<-?[\"']?([A-Za-z0-9_]{1,60})[\"']?(?!\\S)");

    private static final Set<String> WITH_HEREDOCS = Set.of("RUN", "COPY", "ADD");

    /**
     * An instruction.
     *
     * @param line where it starts, from 1
     * @param name its name in upper case
     * @param rest what follows, its lines joined
     */
    record Instruction(int line, String name, String rest) {

        /** The words of a command or of file names, written as JSON or not. */
        List<String> words() {
            return Arrays.stream(rest.split("[\\s\",\\[\\]]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    private DockerfileText() {}

    static List<Instruction> read(String text) {
        List<Instruction> all = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int started = 0;
        Deque<String> heredocs = new ArrayDeque<>();
        String[] lines = text.split("\n", -1);
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
            if (line.endsWith("\\")) {
                pending.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            all.add(instruction(started, pending.append(line).toString(), heredocs));
            pending.setLength(0);
        }
        if (!pending.toString().isBlank()) {
            all.add(instruction(started, pending.toString(), heredocs));
        }
        return all;
    }

    private static Instruction instruction(int line, String text, Deque<String> heredocs) {
        String[] parts = text.strip().split("\\s+", 2);
        String name = parts[0].toUpperCase(Locale.ROOT);
        String rest = parts.length == 1 ? "" : parts[1].strip();
        if (WITH_HEREDOCS.contains(name)) {
            HEREDOC.matcher(rest).results().forEach(found -> heredocs.add(found.group(1)));
        }
        return new Instruction(line, name, rest);
    }
}
