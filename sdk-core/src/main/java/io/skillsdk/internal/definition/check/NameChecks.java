package io.skillsdk.internal.definition.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the names of skills and containers, which may have a namespace before a slash. */
final class NameChecks {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*[a-zA-Z0-9]");

    private static final int LONGEST_NAME = 20;

    private NameChecks() {}

    static void check(FindingCollector findings, String part, @Nullable String name) {
        if (name == null || name.isBlank()) {
            findings.error("name-missing", part, "There is no name; give one of 2 to 20 letters, digits, - and _.");
            return;
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (!NAME.matcher(last).matches()) {
            findings.error(
                    "name-invalid",
                    part,
                    "The name '" + name
                            + "' must start with a letter, end with a letter or digit, and have only letters, digits, - and _.");
        } else if (last.length() > LONGEST_NAME) {
            findings.warning(
                    "name-long",
                    part,
                    "The name '" + name + "' has " + last.length()
                            + " characters; shorten it to 20, the most that the platform's generator takes.");
        }
    }
}
