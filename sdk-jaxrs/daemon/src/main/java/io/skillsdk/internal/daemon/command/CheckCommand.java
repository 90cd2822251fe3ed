package io.skillsdk.internal.daemon.command;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.internal.json.JsonCodec;
import java.io.PrintWriter;
import java.nio.file.Path;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** skill.yaml held against the actions. */
@Command(
        name = "check",
        description = "Checks skill.yaml, its types and messages against the actions.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no error", "1:an error was found", "2:a wrong command line"})
final class CheckCommand implements Callable<Integer> {

    /** How findings are printed. */
    enum Format {
        text,
        json
    }

    private static final int WIDTH = 76;

    private final List<Object> actions;

    @Parameters(paramLabel = "PATH", description = "A workspace, the folder of a skill, or a skill.yaml.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path path;

    @Option(names = "--format", description = "text (the default) or json.", defaultValue = "text")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Format format;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CheckCommand(List<Object> actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        List<Finding> findings = SkillDefinitions.check(path, actions.toArray());
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(
                    JsonCodec.write(findings.stream().map(CheckCommand::keys).toList()));
        } else {
            findings.forEach(finding -> print(out, finding));
            out.println(count(findings, Severity.ERROR, "error") + ", " + count(findings, Severity.WARNING, "warning"));
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR) ? 1 : 0;
    }

    private void print(PrintWriter out, Finding finding) {
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        boolean error = finding.severity() == Severity.ERROR;
        String severity = ansi.string(error ? "@|bold,red error|@" : "@|bold,yellow warning|@");
        out.println(finding.file() + ":" + finding.line() + ": " + severity + " [" + finding.id() + "]"
                + (finding.part().isEmpty() ? "" : " " + finding.part()));
        out.print(finding.message().replaceAll("(.{1," + WIDTH + "})(\\s+|$)", "    $1\n"));
    }

    private static String count(List<Finding> findings, Severity severity, String word) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static Map<String, @Nullable Object> keys(Finding finding) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", finding.id());
        keys.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        keys.put("file", finding.file().toString());
        keys.put("line", finding.line());
        keys.put("part", finding.part());
        keys.put("message", finding.message());
        return keys;
    }
}
