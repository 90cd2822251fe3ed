package io.skillsdk.internal.daemon.command;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.internal.definition.check.CheckReport;
import io.skillsdk.internal.definition.check.SkillCheck;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** skill.yaml held against the actions and the platform's rules. */
@Command(
        name = "check",
        description =
                "Checks skill.yaml, its types and messages. The skill of these actions is held against them; others"
                        + " in a workspace only against the platform's rules.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no error",
            "1:an error was found",
            "2:a wrong command line",
            "3:a file could not be read, so not all is known"
        },
        footerHeading = "%nSuppressing a finding, at the end of its line or on the line above:%n",
        footer = "  # skill-check: ignore <rule>: <reason>")
final class CheckCommand implements Callable<Integer> {

    /** How findings are printed. */
    enum Format {
        text,
        json,
        github,
        sarif
    }

    /** What a rule counts as. */
    enum Level {
        error,
        warning,
        off
    }

    private static final int WIDTH = 76;

    private static final int MOST_NAMES = 10;

    private final SkillApplication application;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Workspaces, folders of skills, or skill.yaml files.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--format", description = "text (the default), json, github or sarif.", defaultValue = "text")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Format format;

    @Option(names = "--skill", paramLabel = "NAME", description = "The skill that these actions are behind.")
    private @Nullable String skill;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Option(
            names = "--severity",
            paramLabel = "RULE=LEVEL",
            description = "What a rule counts as: error, warning or off; can be repeated.")
    private Map<String, Level> levels = new LinkedHashMap<>();

    @Option(names = "--rules", description = "Prints every rule with its reason, and checks nothing.")
    private boolean rules;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CheckCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (rules) {
            printRules(out);
            return 0;
        }
        refuseMistakes();
        List<Object> actions = application.described();
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath(SettingOptions.given(spec.commandLine(), application));
        CheckReport report = levelled(
                new SkillCheck(ActionCatalog.of(endpoint.defaults(), actions), actions, endpoint, skill).run(paths));
        print(out, report);
        out.flush();
        return report.isIncomplete() ? ExitCodes.UNREADABLE : report.count(Severity.ERROR) > 0 ? 1 : 0;
    }

    private void refuseMistakes() {
        if (paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'PATH'");
        }
        for (String id : levels.keySet()) {
            if (Rule.of(id).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "There is no rule '" + Printable.of(id) + "'. See check --rules.");
            }
        }
    }

    private CheckReport levelled(CheckReport report) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Level own = finding.severity() == Severity.ERROR || strict ? Level.error : Level.warning;
            Level level = levels.getOrDefault(finding.id(), own);
            if (level != Level.off) {
                findings.add(new Finding(
                        finding.id(),
                        level == Level.error ? Severity.ERROR : Severity.WARNING,
                        finding.file(),
                        finding.line(),
                        finding.column(),
                        finding.part(),
                        finding.message()));
            }
        }
        return new CheckReport(findings, report.held(), report.others(), report.suppressed());
    }

    private void print(PrintWriter out, CheckReport report) {
        switch (format) {
            case json -> out.println(new FindingReport(report).json());
            case sarif -> out.println(new FindingReport(report).sarif());
            case github -> new FindingReport(report).github(out);
            case text -> {
                report.findings().forEach(finding -> print(out, finding));
                printScope(out, report);
                out.println(count(report, Severity.ERROR, "error") + ", " + count(report, Severity.WARNING, "warning"));
            }
        }
    }

    private static void printScope(PrintWriter out, CheckReport report) {
        if (report.held().size() == 1 && report.others().isEmpty()) {
            return;
        }
        out.println(
                report.held().isEmpty()
                        ? "No skill was held against the actions: name theirs with --skill."
                        : "Held against the actions: " + listed(report.held()) + ".");
        if (!report.others().isEmpty()) {
            out.println("Held against the platform's rules alone: " + listed(report.others()) + ".");
        }
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return names.size() > MOST_NAMES ? first + ", and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    private void print(PrintWriter out, Finding finding) {
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        boolean error = finding.severity() == Severity.ERROR;
        String severity = ansi.string(error ? "@|bold,red error|@" : "@|bold,yellow warning|@");
        out.println(Printable.of(finding.file().toString()) + ":" + finding.line() + ": " + severity + " ["
                + finding.id() + "]" + (finding.part().isEmpty() ? "" : " " + finding.part()));
        TextTable.wrapped(finding.message(), WIDTH).forEach(line -> out.println("    " + line));
    }

    private void printRules(PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RULE", "SEVERITY", "REASON"));
        for (Rule rule : Rule.values()) {
            rows.add(List.of(rule.id(), rule.severity().name().toLowerCase(Locale.ROOT), rule.reason()));
        }
        TextTable.lines(rows).forEach(out::println);
        out.flush();
    }

    private static String count(CheckReport report, Severity severity, String word) {
        long count = report.count(severity);
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
