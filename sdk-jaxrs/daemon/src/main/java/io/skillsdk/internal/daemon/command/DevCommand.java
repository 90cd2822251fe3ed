package io.skillsdk.internal.daemon.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serving while the program is written. */
@Command(
        name = "dev",
        description =
                "Serves, and has each change of the sources, skill.yaml, messages and daemon.properties in the next"
                        + " requests, without a restart. Needs a JDK, and the project's folder.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped in order", "1:it cannot start", "2:a wrong command line"})
final class DevCommand implements Callable<Integer> {

    private final SkillApplication application;

    @Option(
            names = "--project",
            paramLabel = "FOLDER",
            description = "The folder with src/main/java; by default where the program was built, or this one.")
    private @Nullable Path project;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DevCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        return application.develop(SettingOptions.given(spec.commandLine(), application), project);
    }
}
