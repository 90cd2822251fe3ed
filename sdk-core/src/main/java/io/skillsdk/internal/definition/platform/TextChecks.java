package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.yaml.Place;
import io.skillsdk.internal.yaml.ScalarRanges;

/** Checks what is lost once YAML is read: a secret that is a comment. */
final class TextChecks {

    private static final String SECRET = "#SECURE.";

    private TextChecks() {}

    static void run(String text, FindingCollector findings) {
        if (!text.contains(SECRET)) {
            return;
        }
        ScalarRanges scalars = ScalarRanges.of(text);
        String[] lines = text.split("\n", -1);
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            int at = lines[i].indexOf(SECRET);
            int colon = at < 0 ? -1 : lines[i].lastIndexOf(':', at);
            // only white space between a key's colon and the sign, and white space before it: YAML takes it for a
            // comment, but for one in a text of several lines
            if (colon >= 0
                    && lines[i].indexOf('#') == at
                    && colon + 1 < at
                    && lines[i].substring(colon + 1, at).isBlank()
                    && !scalars.hold(start + at)) {
                findings.addAt(
                        Rule.SECURE_UNQUOTED,
                        new Place(i + 1, lines[i].codePointCount(0, at) + 1),
                        "The reference to a secret is a comment, as it is not quoted; write '" + secret(lines[i], at)
                                + "' with quotes.");
            }
            start += lines[i].length() + 1;
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
