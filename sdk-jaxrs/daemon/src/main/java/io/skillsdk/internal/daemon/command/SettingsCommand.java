package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.daemon.settings.Setting;
import io.skillsdk.internal.fabric.source.FabricSetting;
import io.skillsdk.internal.settings.SettingDescription;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingSources.Found;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which setting has which value, and why. */
@Command(
        name = "settings",
        description = "Prints all settings with their values and where these come from. Secrets are not shown.",
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

    private final SkillApplication application;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SettingsCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        SettingSources sources =
                application.sources(SkillCommand.settings(spec.commandLine().getParseResult(), application));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SETTING", "VALUE", "FROM"));
        for (Setting setting : Setting.values()) {
            rows.add(row(setting.key(), setting.byDefault(), false, sources));
        }
        for (FabricSetting setting : FabricSetting.values()) {
            String byDefault = setting.byDefault().isEmpty() ? null : setting.byDefault();
            rows.add(row(setting.key(), byDefault, false, sources));
        }
        for (SettingDescription own : application.ownSettings()) {
            rows.add(row(own.key(), own.defaultValue(), own.secret(), sources));
        }
        PrintWriter out = spec.commandLine().getOut();
        TextTable.lines(rows).forEach(out::println);
        out.flush();
        return 0;
    }

    private static List<String> row(String key, @Nullable String defaultValue, boolean secret, SettingSources sources) {
        Found found = sources.find(key);
        if (found == null) {
            return List.of(
                    key,
                    defaultValue == null ? "-" : secret ? "***" : defaultValue,
                    defaultValue == null ? "not set" : SettingSources.DEFAULTS);
        }
        return List.of(key, secret ? "***" : found.value(), found.source());
    }
}
