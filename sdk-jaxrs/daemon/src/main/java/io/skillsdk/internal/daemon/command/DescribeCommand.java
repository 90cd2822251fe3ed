package io.skillsdk.internal.daemon.command;

import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.DerivedDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.write.DefinitionWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** skill.yaml as the actions say it should be. */
@Command(
        name = "describe",
        description = "Prints the skill.yaml that the actions say there should be, or updates one.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {

    private final List<Object> actions;

    @Option(
            names = "--write",
            paramLabel = "PATH",
            description = "A skill.yaml, or its folder, to write. One that is there is updated: only what has drifted"
                    + " changes.")
    private @Nullable Path write;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The skill's name, for printing.",
            defaultValue = "skill")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DescribeCommand(List<Object> actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (write == null) {
            DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
            DerivedDefinition derived =
                    new DefinitionDeriver(ActionCatalog.of(endpoint.defaults(), actions), endpoint, name).derive();
            out.print(DefinitionWriter.write(derived.definition()));
            derived.types().forEach(type -> out.print("---\n" + DefinitionWriter.write(type)));
        } else {
            Path file = Files.isDirectory(write) ? write.resolve("skill.yaml") : write;
            List<Path> changed = SkillDefinitions.write(file, actions.toArray());
            changed.forEach(path -> out.println("wrote " + shortened(path)));
            if (changed.isEmpty()) {
                out.println(file + " is in step");
            }
        }
        out.flush();
        return 0;
    }

    /** A path as it is seen from here, where it is below. */
    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
