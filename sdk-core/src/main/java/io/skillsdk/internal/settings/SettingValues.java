package io.skillsdk.internal.settings;

import io.skillsdk.SkillException;
import io.skillsdk.SkillProperties;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of settings. Each method returns null for what it cannot read. */
public final class SettingValues {

    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,12})\\s*(|b|k|kb|kib|m|mb|mib|g|gb|gib)", Pattern.CASE_INSENSITIVE);

    private SettingValues() {}

    /** A whole number in digits, with an optional sign. */
    public static @Nullable Long wholeNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number of bytes such as {@code 1048576}, {@code 512KiB} or {@code 1MiB}; K, M and G are powers of 1024. */
    public static @Nullable Long bytes(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return null;
        }
        String unit = size.group(2).toLowerCase(Locale.ROOT);
        int shift = unit.startsWith("k") ? 10 : unit.startsWith("m") ? 20 : unit.startsWith("g") ? 30 : 0;
        try {
            return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << shift);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /**
     * A time such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d} or {@code PT30S}; a number alone is in seconds. It is read as the
     * properties of a call are.
     */
    public static @Nullable Duration time(String text) {
        try {
            return SkillProperties.of(Map.of("time", text)).getDuration("time");
        } catch (SkillException e) {
            return null;
        }
    }
}
