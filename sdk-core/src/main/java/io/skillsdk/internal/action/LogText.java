package io.skillsdk.internal.action;

/** As much of a text as one needs to see, where somebody else decides how long it is and what is in it. */
final class LogText {

    private LogText() {}

    /** The text, or its beginning where it is longer than that. */
    static String of(String text, int mostCharacters) {
        if (text.length() <= mostCharacters) {
            return text;
        }
        int end = mostCharacters - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The same, with spaces for line breaks and all else that is no character to be seen. */
    static String inOneLine(String text, int mostCharacters) {
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

    private static boolean isInvisible(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
