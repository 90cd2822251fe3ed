package io.skillsdk.internal.definition.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a Dockerfile into its instructions. */
final class DockerfileText {

    private static final Pattern HEREDOC = Pattern.compile("<<-?[\"']?([A-Za-z0-9_]{1,60})[\"']?");

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
        String heredoc = null;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (heredoc != null) {
                heredoc = line.equals(heredoc) ? null : heredoc;
                continue;
            }
            if (line.startsWith("#") || (line.isEmpty() && pending.isEmpty())) {
                continue;
            }
            if (pending.isEmpty()) {
                started = i + 1;
            }
            if (line.endsWith("\\") && i + 1 < lines.length) {
                pending.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            String whole = pending.append(line).toString().strip();
            pending.setLength(0);
            String[] parts = whole.split("\\s+", 2);
            all.add(new Instruction(
                    started, parts[0].toUpperCase(Locale.ROOT), parts.length == 1 ? "" : parts[1].strip()));
            heredoc = heredoc(whole);
        }
        return all;
    }

    /** The word that ends what follows an instruction; null for an instruction that ends with its line. */
    private static @Nullable String heredoc(String instruction) {
        Matcher matcher = HEREDOC.matcher(instruction);
        return matcher.find() ? matcher.group(1) : null;
    }
}
