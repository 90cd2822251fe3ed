package io.skillsdk.internal.conformance.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON text: objects as {@link Map}, arrays as {@link List}, numbers as {@link BigDecimal}. */
public final class JsonText {

    /** Deeper texts would exhaust the stack, and no daemon means them. */
    private static final int DEPTH = 500;

    private final String text;

    private int at;

    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    public static @Nullable Object read(String text) throws NotJsonException {
        JsonText reader = new JsonText(text);
        Object value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw new NotJsonException("there is more after the value", reader.at);
        }
        return value;
    }

    private @Nullable Object value() throws NotJsonException {
        skipSpace();
        if (at == text.length()) {
            throw new NotJsonException("a value is missing", at);
        }
        char first = text.charAt(at);
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(text, at + 1).readInto(this::moveTo);
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private void moveTo(int position) {
        at = position;
    }

    private Map<String, @Nullable Object> object() throws NotJsonException {
        open();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (!closes('}')) {
            do {
                skipSpace();
                expect('"');
                String name = new JsonString(text, at).readInto(this::moveTo);
                skipSpace();
                expect(':');
                members.put(name, value());
                skipSpace();
            } while (continues('}'));
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> array() throws NotJsonException {
        open();
        List<@Nullable Object> elements = new ArrayList<>();
        if (!closes(']')) {
            do {
                elements.add(value());
                skipSpace();
            } while (continues(']'));
        }
        depth--;
        return elements;
    }

    private void open() throws NotJsonException {
        at++;
        depth++;
        if (depth > DEPTH) {
            throw new NotJsonException("it is nested more than " + DEPTH + " levels deep", at);
        }
        skipSpace();
    }

    private boolean closes(char end) {
        if (at < text.length() && text.charAt(at) == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean continues(char end) throws NotJsonException {
        if (closes(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char wanted) throws NotJsonException {
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw new NotJsonException("'" + wanted + "' is missing", at);
        }
        at++;
    }

    private @Nullable Object literal(String word, @Nullable Object value) throws NotJsonException {
        if (!text.startsWith(word, at)) {
            throw new NotJsonException("this is not a value", at);
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() throws NotJsonException {
        int start = at;
        closes('-');
        if (!closes('0')) {
            digits();
        }
        if (closes('.')) {
            digits();
        }
        if (closes('e') || closes('E')) {
            if (!closes('+')) {
                closes('-');
            }
            digits();
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw new NotJsonException("the exponent of this number is too large", start);
        }
    }

    private void digits() throws NotJsonException {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw new NotJsonException(at == text.length() ? "a digit is missing" : "this is not a value", at);
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
