package io.skillsdk.internal.daemon.command;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.finding.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line behind every daemon. */
@Command(
        name = "skill",
        description = "Serves the actions of a skill, and keeps skill.yaml in sync with them.",
        abbreviateSynopsis = true,
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = SkillCommand.Version.class,
        footer = {
            "",
            "Without a command it serves. Settings also come from system properties, environment variables"
                    + " (DAEMON_PORT) and daemon.properties."
        })
public final class SkillCommand implements Callable<Integer> {

    private final SkillApplication application;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private SkillCommand(SkillApplication application) {
        this.application = application;
    }

    public static int execute(SkillApplication application, String... args) {
        return commandLine(application).execute(args);
    }

    /** The parsed commands, for execution with other streams. */
    public static CommandLine commandLine(SkillApplication application) {
        CommandLine line = new CommandLine(new SkillCommand(application))
                .addSubcommand(SettingOptions.addTo(new CommandLine(new RunCommand(application)), application))
                .addSubcommand(SettingOptions.addTo(new CommandLine(new DevCommand(application)), application))
                .addSubcommand(new InvokeCommand(application))
                .addSubcommand(new JobCommand(application))
                .addSubcommand(new DescribeCommand(application.described()))
                .addSubcommand(new CheckCommand(application.described()))
                .addSubcommand(new ActionsCommand(application))
                .addSubcommand(SettingOptions.addTo(new CommandLine(new SettingsCommand(application)), application))
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand("completion", new AutoComplete.GenerateCompletion());
        ServiceLoader.load(CommandExtension.class, CommandExtension.class.getClassLoader())
                .forEach(extension -> line.addSubcommand(extension.command(application)));
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, result) -> {
            String.valueOf(failure.getMessage())
                    .lines()
                    .forEach(each ->
                            command.getErr().println(command.getColorScheme().errorText(Printable.of(each))));
            return failure instanceof DefinitionException || failure instanceof IOException
                    ? ExitCodes.UNREADABLE
                    : command.getCommandSpec().exitCodeOnExecutionException();
        });
        line.setParameterExceptionHandler(
                new NearestOption(SettingOptions.names(application), line.getParameterExceptionHandler()));
        return SettingOptions.addTo(line, application);
    }

    @Override
    public Integer call() {
        return application.serve(SettingOptions.given(spec.commandLine().getParseResult(), application));
    }

    /** Serving, by its name. */
    @Command(name = "run", description = "Serves the actions; the same as no command.", mixinStandardHelpOptions = true)
    static final class RunCommand implements Callable<Integer> {

        private final SkillApplication application;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        RunCommand(SkillApplication application) {
            this.application = application;
        }

        @Override
        public Integer call() {
            return application.serve(SettingOptions.given(spec.commandLine().getParseResult(), application));
        }
    }

    /** The version of the SDK and of Java. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            // not the manifest's: in an uber jar that is the application's
            try (InputStream in = SkillCommand.class.getResourceAsStream("version.txt")) {
                String version = in == null
                        ? "(unknown version)"
                        : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
                return new String[] {"Skill SDK for Java " + version, "Java " + System.getProperty("java.version")};
            }
        }
    }
}
