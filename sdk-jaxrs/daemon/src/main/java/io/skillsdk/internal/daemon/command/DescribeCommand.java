package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.DerivedDefinition;
import io.skillsdk.internal.definition.derive.PodPatches;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.definition.model.SkillSchema;
import io.skillsdk.internal.definition.replace.FileChange;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.write.DefinitionWriter;
import io.skillsdk.internal.definition.write.SkillWriter;
import io.skillsdk.internal.definition.write.WritePlan;
import io.skillsdk.internal.definition.write.WriteSettings;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** skill.yaml as the actions say it should be. */
@Command(
        name = "describe",
        description = "Prints the skill.yaml that the actions say there should be, or updates one.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed, written, or in sync",
            "1:--check or --diff: something is not in sync",
            "2:a wrong command line",
            "3:a file could not be read or written"
        })
final class DescribeCommand implements Callable<Integer> {

    private final SkillApplication application;

    @ArgGroup
    private @Nullable Target target;

    /** What to do with which file. */
    static final class Target {

        @Option(
                names = "--write",
                paramLabel = "PATH",
                description = "A skill.yaml, its folder, or a workspace with one skill, to write. One that is there is"
                        + " updated: only what has drifted changes.")
        private @Nullable Path write;

        @Option(
                names = "--check",
                paramLabel = "PATH",
                description = "Names the files that --write would change, and writes nothing.")
        private @Nullable Path check;

        @Option(
                names = "--diff",
                paramLabel = "PATH",
                description = "Prints what --write would change, and writes nothing.")
        private @Nullable Path diff;
    }

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The skill's name, for printing.",
            defaultValue = "skill")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--probes",
            description =
                    "Asks the pod for probes of the daemon's health and for the time that the daemon needs to end, as"
                            + " daemon.properties has it: patches of podSpec.")
    private boolean probes;

    @Option(names = "--types", description = "Prints the named types instead of the skill.yaml.")
    private boolean types;

    @Option(names = "--schema", description = "Prints the JSON Schema of skill.yaml, for editors.")
    private boolean schema;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private OtherForms others;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DescribeCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        if (schema) {
            spec.commandLine().getOut().print(SkillSchema.text());
            spec.commandLine().getOut().flush();
            return 0;
        }
        Map<String, String> settings = SettingOptions.given(spec.commandLine(), application);
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath(settings);
        ActionCatalog catalog = ActionCatalog.of(endpoint.defaults(), application.described());
        PrintWriter out = spec.commandLine().getOut();
        String other = others.text(spec.commandLine(), settings, catalog, endpoint, name);
        if (other != null) {
            out.print(other);
            out.flush();
            return 0;
        }
        PodPatches pod = probes ? OtherForms.podPatches(OtherForms.ofTheImage(settings)) : null;
        int code = target == null
                ? print(out, new DefinitionDeriver(catalog, endpoint, name, pod).derive())
                : plan(out, new SkillWriter(catalog, new WriteSettings(endpoint, pod)), target);
        out.flush();
        return code;
    }

    /** One document, so that it can go into a file as it is. */
    private int print(PrintWriter out, DerivedDefinition derived) {
        if (types) {
            derived.types().forEach(type -> out.print("---\n" + DefinitionWriter.write(type)));
            return 0;
        }
        out.print(DefinitionWriter.write(derived.definition()));
        if (!derived.types().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("It refers to "
                    + (derived.types().size() == 1 ? "a type" : derived.types().size() + " types")
                    + " in files of their own: print them with --types, or write all with --write PATH.");
            err.flush();
        }
        return 0;
    }

    private int plan(PrintWriter out, SkillWriter writer, Target chosen) {
        Path path = chosen.write != null ? chosen.write : chosen.check != null ? chosen.check : chosen.diff;
        if (path == null) {
            throw new IllegalStateException("one option of the group is there");
        }
        WritePlan plan = writer.plan(path);
        plan.notes().forEach(note -> spec.commandLine().getErr().println("note: " + Printable.of(note)));
        spec.commandLine().getErr().flush();
        if (plan.files().isEmpty()) {
            out.println(plan.notes().isEmpty() ? path + " is in sync" : "nothing is to be written to " + path);
            return 0;
        }
        if (chosen.write != null) {
            plan.apply().forEach(file -> out.println("wrote " + shortened(file)));
            return 0;
        }
        plan.files().forEach(change -> tell(out, change, chosen.diff != null));
        return 1;
    }

    private static void tell(PrintWriter out, FileChange change, boolean diff) {
        String file = shortened(change.file()).toString();
        if (diff) {
            TextDiff.of(file, change.before(), change.after()).forEach(line -> out.println(Printable.of(line)));
        } else {
            out.println((change.before() == null ? "would write " : "would change ") + file);
        }
    }

    /** A path as it is seen from here, where it is below. */
    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
