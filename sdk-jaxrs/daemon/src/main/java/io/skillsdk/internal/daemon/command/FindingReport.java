package io.skillsdk.internal.daemon.command;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.internal.definition.check.CheckReport;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.json.JsonCodec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check found, in the form that a machine reads. */
final class FindingReport {

    private static final String SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final CheckReport report;

    FindingReport(CheckReport report) {
        this.report = report;
    }

    /** One object: a version, a summary, the findings. */
    String json() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("errors", report.count(Severity.ERROR));
        summary.put("warnings", report.count(Severity.WARNING));
        summary.put("suppressed", report.suppressed());
        summary.put("complete", !report.isIncomplete());
        summary.put("heldAgainstActions", report.held());
        summary.put("heldAgainstPlatform", report.others());
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("version", 1);
        keys.put("summary", summary);
        keys.put("findings", report.findings().stream().map(FindingReport::keys).toList());
        return JsonCodec.write(keys);
    }

    private static Map<String, @Nullable Object> keys(Finding finding) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", finding.id());
        keys.put("severity", severity(finding));
        keys.put("file", file(finding));
        keys.put("line", finding.line());
        keys.put("column", finding.column());
        keys.put("part", finding.part());
        keys.put("message", finding.message());
        return keys;
    }

    /** Commands of GitHub's workflows, which it shows beside the changed lines. */
    void github(PrintWriter out) {
        for (Finding finding : report.findings()) {
            out.println("::" + severity(finding) + " file=" + property(file(finding)) + ",line=" + finding.line()
                    + ",col=" + finding.column() + ",title=" + property(finding.id()) + "::"
                    + data(finding.message()));
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** A log of the Static Analysis Results Interchange Format, version 2.1.0. */
    String sarif() {
        List<Object> rules = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            rules.add(Map.of("id", rule.id(), "shortDescription", Map.of("text", rule.reason())));
        }
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "skill check");
        driver.put("rules", rules);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", report.findings().stream().map(FindingReport::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SARIF_SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JsonCodec.write(log);
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", finding.line());
        region.put("startColumn", finding.column());
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", uri(finding.file())));
        location.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.id());
        result.put("level", severity(finding));
        result.put("message", Map.of("text", finding.message()));
        result.put("locations", List.of(Map.of("physicalLocation", location)));
        return result;
    }

    /** Relative where the file was named so, as the viewers of such logs want it. */
    private static String uri(Path file) {
        if (file.isAbsolute()) {
            return file.toUri().toString();
        }
        String root = Path.of("").toUri().toString();
        return file.toUri().toString().substring(root.length());
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String file(Finding finding) {
        return Printable.of(finding.file().toString());
    }
}
