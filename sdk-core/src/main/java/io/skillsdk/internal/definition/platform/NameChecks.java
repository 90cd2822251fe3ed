package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the names of skills and containers, which may have a namespace before a slash. */
public final class NameChecks {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z]([a-zA-Z0-9_-]*[a-zA-Z0-9])?");

    private static final Pattern NAMESPACE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

    private NameChecks() {}

    /** Whether a text has a place that a template's engine fills: the file is a template still. */
    public static boolean isPlaceholder(@Nullable String text) {
        return text != null && (text.contains("{{") || text.contains("<%"));
    }

    static void check(FindingCollector findings, String part, @Nullable String name) {
        if (name == null || name.isBlank()) {
            findings.add(Rule.NAME_MISSING, part, "There is no name; give one of 2 to 20 letters, digits, - and _.");
            return;
        }
        if (isPlaceholder(name)) {
            findings.add(Rule.NAME_INVALID, part, "The placeholder '" + name + "' is not filled in; give a name.");
            return;
        }
        if (!isValid(name)) {
            findings.add(
                    Rule.NAME_INVALID,
                    part,
                    "The name '" + name
                            + "' must start with a letter, end with a letter or digit, and have only letters, digits, - and _; a namespace before it may end with a slash.");
        }
    }

    public static boolean isValid(String name) {
        String[] parts = name.split("/", -1);
        boolean valid = NAME.matcher(parts[parts.length - 1]).matches();
        for (int i = 0; i < parts.length - 1; i++) {
            valid &= NAMESPACE.matcher(parts[i]).matches();
        }
        return valid;
    }
}
