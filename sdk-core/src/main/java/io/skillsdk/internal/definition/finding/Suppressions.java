package io.skillsdk.internal.definition.finding;

import io.skillsdk.definition.Finding;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.yaml.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Comments that keep findings quiet, each with a reason: {@code # skill-check: ignore <rule>: <reason>} at the end of a line
 * or on the line above it, and {@code # skill-check: ignore-file <rule>: <reason>} for the file and all beside it.
 */
public final class Suppressions {

    private static final String MARK = "skill-check:";

    private record Suppression(String rule, int line, boolean wholeFile) {}

    private final Path file;

    private final List<Suppression> all = new ArrayList<>();

    /** Reads the suppressions of a file. */
    public Suppressions(Path file, String text, FindingCollector findings) {
        this.file = file;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int mark = lines[i].indexOf(MARK);
            int sign = mark < 0 ? -1 : lines[i].lastIndexOf('#', mark);
            if (sign >= 0 && lines[i].substring(sign + 1, mark).isBlank()) {
                boolean alone = lines[i].substring(0, sign).isBlank();
                int line = alone ? nextLine(lines, i) : i;
                read(lines[i].substring(mark + MARK.length()).strip(), new Place(i + 1, sign + 1), line + 1, findings);
            }
        }
    }

    /** The next line that is more than a comment: several suppressions may stand above it. */
    private static int nextLine(String[] lines, int comment) {
        int next = comment + 1;
        while (next < lines.length && lines[next].strip().startsWith("#")) {
            next++;
        }
        return next;
    }

    private void read(String text, Place place, int line, FindingCollector findings) {
        String[] parts = text.split(":", 2);
        String[] words = parts[0].strip().split("\\s+", -1);
        boolean wholeFile = words[0].equals("ignore-file");
        if (words.length != 2 || !(wholeFile || words[0].equals("ignore"))) {
            refuse(findings, place, "A suppression is written '# skill-check: ignore <rule>: <reason>'; write it so.");
        } else if (Rule.of(words[1]).isEmpty()) {
            List<String> ids = Arrays.stream(Rule.values()).map(Rule::id).toList();
            String nearest = Nearest.to(words[1], ids);
            refuse(
                    findings,
                    place,
                    "There is no rule '" + words[1] + "'; "
                            + (nearest == null
                                    ? "see check --rules."
                                    : "did you mean '" + nearest + "'? Fix the name."));
        } else if (parts.length < 2 || parts[1].isBlank()) {
            refuse(findings, place, "The suppression of '" + words[1] + "' gives no reason; add one after a colon.");
        } else {
            all.add(new Suppression(words[1], line, wholeFile));
        }
    }

    private static void refuse(FindingCollector findings, Place place, String message) {
        findings.addAt(Rule.SUPPRESSION, place, message);
    }

    /** Whether a finding is kept quiet. */
    public boolean covers(Finding finding) {
        return all.stream()
                .anyMatch(suppression -> suppression.rule.equals(finding.id())
                        && (suppression.wholeFile
                                || (finding.file().equals(file) && finding.line() == suppression.line)));
    }
}
