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
        return printable.length() < LONGEST
                ? printable.toString()
                : printable.append('…').toString();
    }
}
