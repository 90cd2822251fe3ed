package io.skillsdk.internal.settings;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The name that somebody may have meant. */
public final class NearestName {

    private static final int MOST_CHARACTERS = 200;

    private NearestName() {}

    /** The nearest of some names, or null when none is near. */
    public static @Nullable String of(String name, Collection<String> names) {
        String nearest = null;
        int least = 1 + Math.min(name.length(), MOST_CHARACTERS) / 3;
        for (String each : names) {
            int distance = name.length() > MOST_CHARACTERS ? least : distance(name, each);
            if (distance < least) {
                least = distance;
                nearest = each;
            }
        }
        return nearest;
    }

    /** How many characters are to be added, removed, replaced or swapped with the next. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] cost) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
