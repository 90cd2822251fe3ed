package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.yaml.Place;

/** Checks what is lost once YAML is read: a secret that is a comment. */
final class TextChecks {

    private static final String SECRET = "#SECURE.";

    private TextChecks() {}

    static void run(String text, FindingCollector findings) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int at = lines[i].indexOf(SECRET);
            int colon = at < 0 ? -1 : lines[i].lastIndexOf(':', at);
            // only white space between a key's colon and the sign, and white space before it: YAML takes it for a
            // comment
            if (colon >= 0
                    && lines[i].indexOf('#') == at
                    && colon + 1 < at
                    && lines[i].substring(colon + 1, at).isBlank()) {
                findings.addAt(
                        Rule.SECURE_UNQUOTED,
                        new Place(i + 1, at + 1),
                        "The reference to a secret is a comment, as it is not quoted; write '" + secret(lines[i], at)
                                + "' with quotes.");
            }
        }
    }

    private static String secret(String line, int at) {
        int end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return line.substring(at, end);
    }
}
