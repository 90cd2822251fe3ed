package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.daemon.settings.Setting;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.fabric.source.FabricSetting;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference has each setting and finding, as the code has it. */
class ReferenceTest {

    private static final String PAGE =
            Page.read(Page.ROOT.resolve("docs/reference.md")).text();

    @ParameterizedTest
    @EnumSource(Setting.class)
    void aSettingOfTheDaemonIsThereWithItsDefault(Setting setting) {
        String row = row(setting.key());
        // a size in bytes is told in MiB
        assertThat(row).contains(setting == Setting.MAX_REQUEST_SIZE ? "`1MiB`" : "`" + setting.byDefault() + "`");
    }

    @ParameterizedTest
    @EnumSource(FabricSetting.class)
    void aSettingOfThePlatformsClientIsThereWithItsDefault(FabricSetting setting) {
        assertThat(row(setting.key())).contains(setting.byDefault());
    }

    @Test
    void nothingElseIsThere() {
        assertThat(PAGE.lines().filter(line -> line.matches("\\| `(daemon|fabric)\\.[a-z.-]+` \\|.*")))
                .hasSize(Setting.values().length + FabricSetting.values().length);
    }

    @Test
    void theTableOfFindingsIsTheCodes() {
        String table = Arrays.stream(Rule.values())
                .map(rule -> "| `%s` | %s | %s |%n"
                        .formatted(rule.id(), rule.severity().name().toLowerCase(Locale.ROOT), rule.reason()))
                .collect(Collectors.joining());
        assertThat(PAGE.lines()
                        .filter(line -> line.matches("\\| `[a-z-]+` \\| (error|warning) \\|.*"))
                        .map(line -> line + System.lineSeparator())
                        .collect(Collectors.joining()))
                .as("Replace the table of docs/reference.md by:%n%s", table)
                .isEqualTo(table);
    }

    private static String row(String name) {
        return PAGE.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/reference.md has no row for " + name));
    }
}
