package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.daemon.settings.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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
        description = "Serves the actions of a skill, and keeps skill.yaml in step with them.",
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
                .addSubcommand(withSettings(new CommandLine(new RunCommand(application))))
                .addSubcommand(new InvokeCommand(application.actions()))
                .addSubcommand(new DescribeCommand(application.actions()))
                .addSubcommand(new CheckCommand(application.actions()))
                .addSubcommand(new ActionsCommand(application));
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        return withSettings(line);
    }

    private static CommandLine withSettings(CommandLine line) {
        for (Setting setting : Setting.values()) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder("--" + setting.key())
                            .type(String.class)
                            .paramLabel("VALUE")
                            .description(setting.meaning() + " (default: " + setting.byDefault() + ")")
                            .build());
        }
        return line;
    }

    /** The settings that were given as options. */
    static Map<String, String> settings(ParseResult parsed) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            String value = parsed.matchedOptionValue("--" + setting.key(), null);
            if (value != null) {
                settings.put(setting.key(), value);
            }
        }
        return settings;
    }

    @Override
    public Integer call() {
        return application.serve(settings(spec.commandLine().getParseResult()));
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
            return application.serve(settings(spec.commandLine().getParseResult()));
        }
    }

    /** The version of the SDK and of Java. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = SkillCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "Skill SDK for Java " + (version == null ? "(development)" : version),
                "Java " + System.getProperty("java.version")
            };
        }
    }
}
