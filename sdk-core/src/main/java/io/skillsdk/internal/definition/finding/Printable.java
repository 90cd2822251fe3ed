package io.skillsdk.internal.definition.finding;

import io.skillsdk.internal.text.LogText;

/** Text of files for people's eyes: nothing in it moves a terminal's cursor, or forges a line. */
public final class Printable {

    private static final int LONGEST = 2000;

    private Printable() {}

    /** The text with control characters, and those that turn the direction of text, written as escapes. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length() && printable.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (LogText.isInvisible(c)) {
                printable.append(String.format("\\u%04x", (int) c));
            } else {
                printable.append(c);
            }
        }
        if (printable.length() < LONGEST) {
            return printable.toString();
        }
        int end = printable.length() - 1;
        printable.setLength(Character.isHighSurrogate(printable.charAt(end)) ? end : end + 1);
        return printable.append('…').toString();
    }
}
