package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.daemon.settings.Setting;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.fabric.source.FabricSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference has each setting and finding, as the code has it. */
class ReferenceTest {

    private static final String PAGE =
            Page.read(Page.ROOT.resolve("docs/reference.md")).text();

    @ParameterizedTest
    @EnumSource(Setting.class)
    void aSettingOfTheDaemonIsThereWithItsDefault(Setting setting) {
        assertThat(row(setting.key())).contains("`" + setting.byDefault() + "`");
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

    static Stream<String> imported() {
        return PAGE.substring(PAGE.indexOf("## Packages"))
                .lines()
                .filter(line -> line.startsWith("| `io.skillsdk"))
                .flatMap(line -> {
                    String[] cells = line.split("\\|");
                    String pack = cells[1].replace("`", "").trim();
                    return Pattern.compile("`@?([A-Z]\\w+)`")
                            .matcher(cells[3])
                            .results()
                            .map(name -> pack + "." + name.group(1));
                });
    }

    @ParameterizedTest
    @MethodSource("imported")
    void aNameIsImportedFromThePackageThatIsTold(String name) throws IOException {
        String file = "src/main/java/" + name.replace('.', '/') + ".java";
        try (Stream<Path> modules = Files.list(Page.ROOT.resolve("sdk-jaxrs"))) {
            assertThat(Stream.concat(Stream.of(Page.ROOT.resolve("sdk-core")), modules))
                    .anyMatch(module -> Files.exists(module.resolve(file)));
        }
    }

    private static String row(String name) {
        return PAGE.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/reference.md has no row for " + name));
    }
}
