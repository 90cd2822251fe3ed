package io.skillsdk.internal.text;

/** As much of a text as one needs to see, where a client or an author decides how long it is and what is in it. */
public final class LogText {

    private static final int LONGEST_PATH = 256;

    private LogText() {}

    /** The text, or its beginning where it is longer than that. */
    public static String of(String text, int mostCharacters) {
        if (text.length() <= mostCharacters) {
            return text;
        }
        int end = mostCharacters - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** A path for a line of the log. */
    public static String path(String path) {
        return inOneLine(path, LONGEST_PATH);
    }

    /** The same as {@link #of}, with spaces for line breaks and for everything else that cannot be seen. */
    public static String inOneLine(String text, int mostCharacters) {
        String excerpt = of(text, mostCharacters);
        for (int i = 0; i < excerpt.length(); i++) {
            if (isInvisible(excerpt.charAt(i))) {
                return replaced(excerpt);
            }
        }
        return excerpt;
    }

    private static String replaced(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            if (isInvisible(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }

    /** Whether a character could move a terminal's cursor, turn the direction of text, or forge a line. */
    public static boolean isInvisible(char c) {
        if (c >= ' ' && c <= '~') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
