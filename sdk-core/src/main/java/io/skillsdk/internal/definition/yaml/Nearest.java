package io.skillsdk.internal.definition.yaml;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant. */
public final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /** The name that differs by a slip or two; null where none does. */
    public static @Nullable String to(String name, Collection<String> names) {
        String best = null;
        int least = Math.min(2, name.length() / 3) + 1;
        for (String candidate : names) {
            int distance = candidate.equalsIgnoreCase(name) ? 0 : distance(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** A sentence that names the nearest, or all where there is none that is near, or what to do where there are none. */
    public static String hint(String name, Collection<String> names, String otherwise) {
        String nearest = to(name, names);
        return nearest != null
                ? "did you mean '" + nearest + "'? Fix the name."
                : names.isEmpty() ? otherwise : "use one of " + String.join(", ", names) + ".";
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST || Math.abs(a.length() - b.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[][] d = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[from.length()][to.length()];
    }
}
