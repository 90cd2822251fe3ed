package io.skillsdk.internal.definition.edit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scalars as YAML text. A string is quoted wherever a reader of YAML 1.1 (PyYAML, js-yaml 3) or 1.2 could take it for
 * something else, or a place within braces could end it.
 */
final class ScalarText {

    /** How a string is written where it needs no other way. */
    enum Style {
        PLAIN,
        SINGLE,
        DOUBLE
    }

    private static final Set<String> WORDS =
            Set.of("", "~", "null", "y", "yes", "n", "no", "true", "false", "on", "off", "<<", "=");

    /** All characters of numbers, times and dates; what has others is none of them. */
    private static final Pattern OF_NUMBERS = Pattern.compile("[-+.]?[.]?[0-9][-+.:_0-9a-fA-FoOxXtTzZ ]*+");

    private static final Pattern OF_NAMED_NUMBERS = Pattern.compile("[-+]?\\.(?:inf|Inf|INF|nan|NaN|NAN)");

    /** Versions are text everywhere. */
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}");

    /** Whole numbers with anything but digits after a letter, such as {@code 2nd} or {@code 5a}, are text everywhere. */
    private static final Pattern HEX_OR_NUMBER = Pattern.compile(
            "[-+]?(?:0x[0-9a-fA-F_]++|0b[01_]++|0o[0-7_]++|[0-9][0-9_]*+|[0-9_]*+\\.[0-9_]*+(?:[eE][-+]?[0-9]++)?+"
                    + "|[0-9][0-9_]*+[eE][-+]?[0-9]++|[0-9][0-9_]*+:[0-9:._]++|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*+)");

    private static final String NOT_FIRST = ",[]{}#&*!|>'\"%@`=<~";

    private ScalarText() {}

    /**
     * Writes a scalar on one line.
     *
     * @param value a String, number, Boolean or null
     * @param within whether it is within braces or brackets
     */
    static String of(@Nullable Object value, Style preferred, boolean within) {
        if (!(value instanceof String text)) {
            return String.valueOf(Changes.copy(value));
        }
        if (preferred == Style.DOUBLE || !isPrintable(text)) {
            return doubleQuoted(text);
        }
        return preferred == Style.PLAIN && isPlain(text, within) ? text : "'" + text.replace("'", "''") + "'";
    }

    private static boolean isPlain(String text, boolean within) {
        if (isOtherThanText(text) || text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        char first = text.charAt(0);
        boolean indicator = "-?:".indexOf(first) >= 0 && (text.length() == 1 || " ,[]{}".indexOf(text.charAt(1)) >= 0);
        if (indicator || NOT_FIRST.indexOf(first) >= 0 || !text.equals(text.strip())) {
            return false;
        }
        if (within && (text.chars().anyMatch(c -> ",[]{}:".indexOf(c) >= 0) || first == '-' || first == '?')) {
            return false;
        }
        return !text.contains(": ") && !text.contains(" #") && !text.endsWith(":");
    }

    /** Whether some reader takes it, unquoted, for a null, a boolean, a number, a time or a key of its own. */
    private static boolean isOtherThanText(String text) {
        if (WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (text.length() > 100) {
            return OF_NUMBERS.matcher(text).matches();
        }
        return !VERSION.matcher(text).matches()
                && (HEX_OR_NUMBER.matcher(text).matches()
                        || OF_NAMED_NUMBERS.matcher(text).matches());
    }

    /** Whether a text may stand between single quotes: on one line, with nothing that is not seen. */
    private static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(ScalarText::isEscaped);
    }

    private static boolean isEscaped(int c) {
        return c < ' '
                || (c >= 0x7F && c <= 0xA0)
                || (c > 0x7E
                        && List.of(
                                        (int) Character.CONTROL,
                                        (int) Character.FORMAT,
                                        (int) Character.LINE_SEPARATOR,
                                        (int) Character.PARAGRAPH_SEPARATOR,
                                        (int) Character.SURROGATE,
                                        (int) Character.PRIVATE_USE,
                                        (int) Character.UNASSIGNED)
                                .contains(Character.getType(c)));
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (!isEscaped(c)) {
                        quoted.appendCodePoint(c);
                    } else if (c <= 0xFF) {
                        quoted.append(String.format("\\x%02X", c));
                    } else {
                        quoted.append(String.format(c <= 0xFFFF ? "\\u%04X" : "\\U%08X", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
