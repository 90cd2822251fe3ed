package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.settings.SettingDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings as options of those commands that take them. */
final class SettingOptions {

    private SettingOptions() {}

    /** The names of all settings. */
    static List<String> names(SkillApplication application) {
        return application.settings().stream().map(SettingDescription::key).toList();
    }

    /** Adds an option for each setting to a command, and returns it. */
    static CommandLine addTo(CommandLine line, SkillApplication application) {
        for (SettingDescription setting : application.settings()) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder(SettingArguments.option(setting.key()))
                            .type(String.class)
                            .paramLabel("VALUE")
                            .description((setting.description() + ending(setting))
                                    .trim()
                                    .replace("%", "%%"))
                            .build());
        }
        return line;
    }

    private static String ending(SettingDescription setting) {
        if (setting.required()) {
            return " (required)";
        }
        String byDefault = setting.defaultValue();
        return byDefault == null || byDefault.isEmpty() || setting.secret() ? "" : " (default: " + byDefault + ")";
    }

    /** The settings that were given as options. */
    static Map<String, String> given(ParseResult parsed, SkillApplication application) {
        Map<String, String> settings = new LinkedHashMap<>();
        names(application).forEach(key -> {
            String value = parsed.matchedOptionValue(SettingArguments.option(key), null);
            if (value != null) {
                settings.put(key, value);
            }
        });
        return settings;
    }
}
