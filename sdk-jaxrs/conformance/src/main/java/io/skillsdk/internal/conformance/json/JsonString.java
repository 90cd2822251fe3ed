package io.skillsdk.internal.conformance.json;

import java.util.function.IntConsumer;

/** A string within a JSON text, from behind its opening quote on. */
final class JsonString {

    private final String text;

    private final StringBuilder value = new StringBuilder();

    private int at;

    JsonString(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /** Reads it, and tells the position behind its closing quote. */
    String readInto(IntConsumer end) throws NotJsonException {
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                end.accept(at);
                return value.toString();
            }
            if (next < ' ') {
                throw new NotJsonException("a string has a control character", at - 1);
            }
            value.append(next == '\\' ? escaped() : next);
        }
        throw new NotJsonException("a string does not end", at);
    }

    private char escaped() throws NotJsonException {
        char escape = at < text.length() ? text.charAt(at++) : ' ';
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJsonException("a string has an escape that JSON does not know", at - 1);
        };
    }

    private char unicode() throws NotJsonException {
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw new NotJsonException("four hexadecimal digits are missing", at);
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }
}
