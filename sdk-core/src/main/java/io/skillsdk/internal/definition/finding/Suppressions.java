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
            int sign = lines[i].indexOf('#');
            int mark = sign < 0 ? -1 : lines[i].indexOf(MARK, sign);
            if (mark >= 0 && lines[i].substring(sign + 1, mark).isBlank()) {
                read(lines[i].substring(mark + MARK.length()).strip(), i + 1, lines[i], sign, findings);
            }
        }
    }

    private void read(String text, int line, String whole, int sign, FindingCollector findings) {
        String[] parts = text.split(":", 2);
        String[] words = parts[0].strip().split("\\s+", -1);
        boolean wholeFile = words[0].equals("ignore-file");
        if (words.length != 2 || !(wholeFile || words[0].equals("ignore"))) {
            refuse(
                    findings,
                    line,
                    sign,
                    "A suppression is written '# skill-check: ignore <rule>: <reason>'; write it so.");
        } else if (Rule.of(words[1]).isEmpty()) {
            List<String> ids = Arrays.stream(Rule.values()).map(Rule::id).toList();
            String nearest = Nearest.to(words[1], ids);
            refuse(
                    findings,
                    line,
                    sign,
                    "There is no rule '" + words[1] + "'; "
                            + (nearest == null
                                    ? "see check --rules."
                                    : "did you mean '" + nearest + "'? Fix the name."));
        } else if (parts.length < 2 || parts[1].isBlank()) {
            refuse(
                    findings,
                    line,
                    sign,
                    "The suppression of '" + words[1] + "' gives no reason; add one after a colon.");
        } else {
            boolean alone = whole.substring(0, sign).isBlank();
            all.add(new Suppression(words[1], alone ? line + 1 : line, wholeFile));
        }
    }

    private static void refuse(FindingCollector findings, int line, int sign, String message) {
        findings.addAt(Rule.SUPPRESSION, new Place(line, sign + 1), message);
    }

    /** Whether a finding is kept quiet. */
    public boolean covers(Finding finding) {
        return all.stream()
                .anyMatch(suppression -> suppression.rule.equals(finding.id())
                        && (suppression.wholeFile
                                || (finding.file().equals(file) && finding.line() == suppression.line)));
    }
}
