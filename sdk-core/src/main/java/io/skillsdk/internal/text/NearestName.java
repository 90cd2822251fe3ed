package io.skillsdk.internal.text;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name that was probably meant. */
public final class NearestName {

    /** Longer names are not compared: what is sent decides on how long they are. */
    private static final int LONGEST = 200;

    private static final int MOST_SLIPS = 2;

    private NearestName() {}

    /** The nearest of some names, in any case, or null where none differs by a slip or two only. */
    public static @Nullable String of(String name, Collection<String> names) {
        String nearest = null;
        int least = Math.min(MOST_SLIPS, name.length() / 3) + 1;
        for (String each : names) {
            int distance = each.equalsIgnoreCase(name) ? 0 : distance(name, each);
            if (distance < least) {
                least = distance;
                nearest = each;
            }
        }
        return nearest;
    }

    /** How many characters are to be added, removed, replaced or swapped with the next. */
    private static int distance(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST || Math.abs(a.length() - b.length()) > MOST_SLIPS) {
            return Integer.MAX_VALUE;
        }
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(from, to, i, j, cost);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] cost) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
