package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Property;
import java.util.regex.Pattern;

/** Checks the defaults of properties that are secrets, or refer to one. */
public final class SecretChecks {

    private static final String SECRET = "#SECURE.";

    private static final Pattern REFERENCE = Pattern.compile("#SECURE\\.[A-Za-z0-9][A-Za-z0-9._/-]{0,200}");

    private static final Pattern OLDER = Pattern.compile("\\$\\{secure\\.[^{}\\s]{1,200}}");

    private static final Pattern MEANT = Pattern.compile("(?i)(#secure|\\$\\{secure)\\b.*", Pattern.DOTALL);

    private final FindingCollector findings;

    SecretChecks(FindingCollector findings) {
        this.findings = findings;
    }

    /** Whether a text is meant to refer to a secret, well written or not. */
    public static boolean isMeant(String text) {
        return text.length() < 1000 && MEANT.matcher(text).matches();
    }

    void check(String part, Property property) {
        String value =
                property.defaultValue() == null ? "" : property.defaultValue().toString();
        boolean secure = Boolean.TRUE.equals(property.secure());
        boolean whole = value.length() < 1000
                && (REFERENCE.matcher(value).matches() || OLDER.matcher(value).matches());
        if (findings.isFaulty(part + ".secure")) {
            return; // neither secure nor not
        }
        if (whole && !secure) {
            findings.add(
                    Rule.SECURE_MISSING,
                    part + ".defaultValue",
                    "The default of '" + property.name() + "' refers to a secret, but the property is not secure;"
                            + " add 'secure: true'.");
        } else if (!whole && (value.contains(SECRET) || isMeant(value))) {
            findings.add(
                    Rule.SECURE_PARTIAL,
                    part + ".defaultValue",
                    "The default of '" + property.name() + "' has a reference to a secret that is not resolved;"
                            + " write '#SECURE.<key>' as the whole value.");
        } else if (secure && !whole && !value.isEmpty() && !NameChecks.isPlaceholder(value)) {
            findings.add(
                    Rule.SECURE_DEFAULT,
                    part + ".defaultValue",
                    "The property '" + property.name()
                            + "' is secure, but has a plain default; refer to a secret: '#SECURE.<key>'.");
        }
    }
}
