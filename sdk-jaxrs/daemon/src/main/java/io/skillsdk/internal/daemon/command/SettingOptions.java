package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.settings.SettingDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** The settings as options, which each command takes, before and after its name. */
public final class SettingOptions {

    private static final String HIDDEN =
            "Settings such as --daemon.timeout=5s are options, too; see the command settings.";

    private SettingOptions() {}

    /** The names of all settings. */
    static List<String> names(SkillApplication application) {
        return application.settings().stream().map(SettingDescription::key).toList();
    }

    /** Adds an option for each setting to a command, and returns it. */
    static CommandLine addTo(CommandLine line, SkillApplication application) {
        add(line, application, false);
        return line;
    }

    /** The same for a command that few settings matter to: its help has one line for them. */
    static CommandLine addHiddenTo(CommandLine line, SkillApplication application) {
        add(line, application, true);
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        List<String> footer = new ArrayList<>(List.of(usage.footer()));
        footer.add("");
        footer.add(HIDDEN);
        usage.footer(footer.toArray(String[]::new));
        return line;
    }

    private static void add(CommandLine line, SkillApplication application, boolean hidden) {
        for (SettingDescription setting : application.settings()) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder(SettingArguments.option(setting.key()))
                            .type(String.class)
                            .paramLabel("VALUE")
                            .hidden(hidden)
                            .description((setting.description() + ending(setting))
                                    .trim()
                                    .replace("%", "%%"))
                            .build());
        }
    }

    private static String ending(SettingDescription setting) {
        if (setting.required()) {
            return " (required)";
        }
        String byDefault = setting.defaultValue();
        return byDefault == null || byDefault.isEmpty() || setting.secret() ? "" : " (default: " + byDefault + ")";
    }

    /**
     * The settings that were given as options of a command, or before its name; the former take precedence.
     *
     * @param command the command that runs
     */
    public static Map<String, String> given(CommandLine command, SkillApplication application) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> names = names(application);
        for (@Nullable CommandLine each = command; each != null; each = each.getParent()) {
            ParseResult parsed = each.getParseResult();
            for (String name : names) {
                String value = parsed.matchedOptionValue(SettingArguments.option(name), null);
                if (value != null) {
                    settings.putIfAbsent(name, value);
                }
            }
        }
        return settings;
    }
}
