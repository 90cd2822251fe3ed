package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.settings.SettingDescription;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingSources.Found;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        SettingSources sources = application.sources(SettingOptions.given(spec.commandLine(), application));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SETTING", "VALUE", "FROM"));
        application.settings().forEach(setting -> rows.add(row(setting, sources)));
        PrintWriter out = spec.commandLine().getOut();
        TextTable.lines(rows).forEach(out::println);
        out.flush();
        return 0;
    }

    private static List<String> row(SettingDescription setting, SettingSources sources) {
        Found found = sources.find(setting.key());
        String value = found == null ? setting.defaultValue() : found.value();
        return List.of(
                setting.key(),
                value == null ? "-" : setting.secret() ? "***" : value,
                found != null ? found.source() : value == null ? "not set" : SettingSources.DEFAULTS);
    }
}
