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
import picocli.CommandLine.ParseResult;
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
        CommandLine line = commandLine(application);
        line.setOut(line.getOut()); // pinned to what standard output is now
        line.setExecutionStrategy(parsed ->
                application.begin(serves(parsed)) ? new CommandLine.RunLast().execute(parsed) : ExitCodes.FAILED);
        return line.execute(args);
    }

    private static boolean serves(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object command = last.commandSpec().userObject();
        return command instanceof SkillCommand || command instanceof RunCommand || command instanceof DevCommand;
    }

    /** The parsed commands, for execution with other streams. */
    public static CommandLine commandLine(SkillApplication application) {
        CommandLine line = new CommandLine(new SkillCommand(application))
                .addSubcommand(SettingOptions.addTo(new CommandLine(new RunCommand(application)), application))
                .addSubcommand(SettingOptions.addTo(new CommandLine(new DevCommand(application)), application))
                .addSubcommand(withSettings(new InvokeCommand(application), application))
                .addSubcommand(withSettings(new JobCommand(application), application))
                .addSubcommand(withSettings(new DescribeCommand(application), application))
                .addSubcommand(withSettings(new CheckCommand(application), application))
                .addSubcommand(withSettings(new ActionsCommand(application), application))
                .addSubcommand(SettingOptions.addTo(new CommandLine(new SettingsCommand(application)), application))
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand("completion", new AutoComplete.GenerateCompletion());
        ServiceLoader.load(CommandExtension.class, CommandExtension.class.getClassLoader())
                .forEach(extension -> line.addSubcommand(withSettings(extension.command(application), application)));
        if (!line.getSubcommands().containsKey(AbsentMcpCommand.NAME)) {
            line.addSubcommand(new AbsentMcpCommand());
        }
        line.setUsageHelpAutoWidth(true);
        line.setExpandAtFiles(false); // an argument that begins with @ is meant as it is
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

    private static CommandLine withSettings(Object command, SkillApplication application) {
        return SettingOptions.addHiddenTo(new CommandLine(command), application);
    }

    @Override
    public Integer call() {
        return application.serve(SettingOptions.given(spec.commandLine(), application));
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
            return application.serve(SettingOptions.given(spec.commandLine(), application));
        }
    }

    /** The version of the SDK and of Java. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            return new String[] {"Skill SDK for Java " + ofTheSdk(), "Java " + System.getProperty("java.version")};
        }

        static String ofTheSdk() throws IOException {
            // not the manifest's: in an uber jar that is the application's
            try (InputStream in = SkillCommand.class.getResourceAsStream("version.txt")) {
                return in == null ? "(unknown version)" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        }
    }
}
