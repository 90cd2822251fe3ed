package io.skillsdk.internal.definition.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ports, and where commands hide them. */
final class Ports {

    private static final List<String> OPTIONS = List.of("--daemon.port", "-Ddaemon.port", "--port");

    private Ports() {}

    static boolean isPort(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65_535;
    }

    /** The port that a command line sets, or null. */
    static @Nullable String inCommand(List<String> command) {
        for (int i = 0; i < command.size(); i++) {
            for (String option : OPTIONS) {
                String word = command.get(i);
                if (word.startsWith(option + "=")) {
                    return word.substring(option.length() + 1);
                }
                if (word.equals(option) && i + 1 < command.size()) {
                    return command.get(i + 1);
                }
            }
        }
        return null;
    }
}
