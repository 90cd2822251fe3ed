package io.skillsdk.internal.json.sent;

import java.util.List;
import java.util.Random;

/** JSON texts at random: all that the grammar has, the odd more often than in life. */
public final class RandomJson {

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "0.0",
            "-0.0",
            "1.10",
            "1e5",
            "1E-7",
            "1e400",
            "-1e400",
            "1e-400",
            "0.1e1",
            "\"\"",
            "\"a\"",
            "\" \"",
            "\"5\"",
            "\"c2tpbGw=\"",
            "\"ä€\\uD83D\\uDE00\"",
            "\"\\u0000\\\"\\\\\\n\"",
            "\"null\"");

    private static final List<String> NAMES = List.of("a", "b", "", "a.b", "ä", "\\\"", "[0]", "\\u0000", "kind");

    private final Random random;

    public RandomJson(long seed) {
        random = new Random(seed);
    }

    /** A value of at most so many levels. */
    public String value(int depth) {
        StringBuilder json = new StringBuilder();
        write(depth, json);
        return json.toString();
    }

    private void write(int depth, StringBuilder to) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            to.append(SCALARS.get(random.nextInt(SCALARS.size())));
            return;
        }
        to.append(kind == 1 ? '[' : '{');
        for (int i = random.nextInt(4); i > 0; i--) {
            if (kind == 2) {
                to.append('"').append(NAMES.get(random.nextInt(NAMES.size()))).append("\":");
            }
            write(depth - 1, to);
            to.append(i > 1 ? "," : "");
        }
        to.append(kind == 1 ? ']' : '}');
    }
}
