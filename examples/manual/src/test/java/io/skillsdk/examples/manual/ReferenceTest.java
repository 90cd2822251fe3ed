package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.daemon.settings.Setting;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.fabric.source.FabricSetting;
import java.util.Locale;
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

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aFindingIsThereWithItsSeverityAndReason(Rule rule) {
        assertThat(row(rule.id()))
                .isEqualTo(
                        "| `%s` | %s | %s |",
                        rule.id(), rule.severity().name().toLowerCase(Locale.ROOT), rule.reason());
    }

    @Test
    void nothingIsThereThatTheCodeDoesNotHave() {
        assertThat(PAGE.lines().filter(line -> line.matches("\\| `(daemon|fabric)\\.[a-z.-]+` \\|.*")))
                .hasSize(Setting.values().length + FabricSetting.values().length);
        assertThat(PAGE.lines().filter(line -> line.matches("\\| `[a-z-]+` \\| (error|warning) \\|.*")))
                .hasSize(Rule.values().length);
    }

    private static String row(String name) {
        return PAGE.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/reference.md has no row for " + name));
    }
}
