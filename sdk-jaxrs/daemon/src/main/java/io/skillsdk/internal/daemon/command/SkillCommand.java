package io.skillsdk.internal.daemon.command;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.settings.SettingDescription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line behind every daemon. */
@Command(
        name = "skill",
        description = "Serves the actions of a skill, and keeps skill.yaml in sync with them.",
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
                .addSubcommand(withSettings(new CommandLine(new RunCommand(application)), application))
                .addSubcommand(withSettings(new CommandLine(new DevCommand(application)), application))
                .addSubcommand(new InvokeCommand(application))
                .addSubcommand(new JobCommand(application))
                .addSubcommand(new DescribeCommand(application.described()))
                .addSubcommand(new CheckCommand(application.described()))
                .addSubcommand(new ActionsCommand(application))
                .addSubcommand(withSettings(new CommandLine(new SettingsCommand(application)), application))
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
                new NearestOption(settingNames(application), line.getParameterExceptionHandler()));
        return withSettings(line, application);
    }

    private static List<String> settingNames(SkillApplication application) {
        return application.settings().stream().map(SettingDescription::key).toList();
    }

    private static CommandLine withSettings(CommandLine line, SkillApplication application) {
        for (SettingDescription setting : application.settings()) {
            String byDefault = setting.required()
                    ? " (required)"
                    : setting.defaultValue() == null || setting.defaultValue().isEmpty() || setting.secret()
                            ? ""
                            : " (default: " + setting.defaultValue() + ")";
            line.getCommandSpec()
                    .addOption(OptionSpec.builder(SettingArguments.option(setting.key()))
                            .type(String.class)
                            .paramLabel("VALUE")
                            .description(
                                    (setting.description() + byDefault).trim().replace("%", "%%"))
                            .build());
        }
        return line;
    }

    /** The settings that were given as options. */
    static Map<String, String> settings(ParseResult parsed, SkillApplication application) {
        Map<String, String> settings = new LinkedHashMap<>();
        settingNames(application).forEach(key -> {
            String value = parsed.matchedOptionValue(SettingArguments.option(key), null);
            if (value != null) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    @Override
    public Integer call() {
        return application.serve(settings(spec.commandLine().getParseResult(), application));
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
            return application.serve(settings(spec.commandLine().getParseResult(), application));
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
