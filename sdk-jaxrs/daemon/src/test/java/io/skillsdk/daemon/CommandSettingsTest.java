package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillSetting;
import io.skillsdk.internal.daemon.command.SkillCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Settings as options of commands, and command lines that are not valid. */
class CommandSettingsTest {

    record Database(
            URI url, @SkillSetting(defaultValue = "10") int poolSize) {}

    record Shop(Database database) {
        @SkillAction
        String order(Map<String, Object> payload) throws InterruptedException {
            if (payload.containsKey("wait")) {
                Thread.sleep(60_000);
            }
            return database.url() + " " + database.poolSize();
        }
    }

    private final StringWriter out = new StringWriter();

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private static SkillDaemon.Builder shop() {
        return SkillDaemon.builder()
                .settings("acme.db", Database.class)
                .action(Shop.class, settings -> new Shop(settings.bind("acme.db", Database.class)));
    }

    private int run(String... args) {
        CommandLine line = SkillCommand.commandLine(new DaemonProcess(shop().skill()));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private String message(String json) throws IOException {
        return Files.writeString(folder.resolve("message.json"), json).toString();
    }

    @Test
    void invokeTakesSettingsBeforeAndAfterItsNameAndTheLatterTakePrecedence() throws IOException {
        assertThat(run(
                        "--acme.db.url=a:before",
                        "--acme.db.pool-size=3",
                        "invoke",
                        "--acme.db.url=a:after",
                        message("{\"payload\":{}}")))
                .isZero();
        assertThat(out).hasToString("{\"payload\":\"a:after 3\"}\n");
    }

    @Test
    void aSettingOfTheCommandLineTakesPrecedenceOverThatOfTheProgram() throws IOException {
        CommandLine line = SkillCommand.commandLine(new DaemonProcess(shop().set("acme.db.url", "a:program")
                .set("acme.db.pool-size", "4")
                .skill()));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(line.execute("invoke", message("{\"payload\":{}}"), "--acme.db.url", "a:line"))
                .isZero();
        assertThat(out).hasToString("{\"payload\":\"a:line 4\"}\n");
    }

    @Test
    void settingsOfTheDaemonHoldForInvokeToo() throws IOException {
        assertThat(run(
                        "invoke",
                        "--acme.db.url=a:x",
                        "--daemon.timeout=100ms",
                        message("{\"payload\":{\"wait\":true}}")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"status\":504", "within 100 ms");
    }

    @Test
    void aJobTakesSettings() {
        assertThat(run("job", "--acme.db.pool-size=5", "--acme.db.url=a:job", "{\"payload\":{}}"))
                .isZero();
        assertThat(out.toString()).contains("a:job 5");
    }

    @Test
    void aCommandWithoutASettingThatItNeedsSaysHowToGiveItAndTakesIt() throws IOException {
        assertThat(run("invoke", message("{\"payload\":{}}"))).isEqualTo(1);
        assertThat(err.toString()).contains("acme.db.url is not set.", "with --acme.db.url=");
    }

    @ParameterizedTest
    @CsvSource({
        "actions,/orders/new",
        "describe,defaultValue: orders/new",
        "describe --openapi,/orders/new",
        "settings,orders/new"
    })
    void aCommandThatDescribesTakesSettings(String command, String printed) {
        for (String args :
                new String[] {command + " --daemon.path=orders/new", "--daemon.path=orders/new " + command}) {
            out.getBuffer().setLength(0);
            assertThat(run(args.split(" "))).as(err.toString()).isZero();
            assertThat(out.toString()).as(args).contains(printed);
        }
    }

    @Test
    void checkTakesSettings() throws IOException {
        Path skill = folder.resolve("shop/skill.yaml");
        assertThat(run("describe", "--daemon.path=orders", "--write", skill.toString()))
                .isZero();
        out.getBuffer().setLength(0);
        assertThat(run("check", skill.toString())).isEqualTo(1);
        assertThat(run("check", "--daemon.path=orders", skill.toString()))
                .as(out.toString())
                .isZero();
    }

    @Test
    void theHelpOfACommandSaysThatSettingsAreOptions() {
        assertThat(run("invoke", "--help")).isZero();
        assertThat(out.toString())
                .contains("Settings such as --daemon.timeout=5s are options")
                .doesNotContain("--daemon.max-depth");
    }

    @Test
    void allMisspeltSettingsOfACommandLineAreNamed() {
        assertThat(run("invoke", "--daemon.prot=1", "--acme.db.poolsize=2", "--nothing.like.it=3", "m.json"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Unknown option: '--daemon.prot=1'. Did you mean --daemon.port?",
                        "Unknown option: '--acme.db.poolsize=2'. Did you mean --acme.db.pool-size?",
                        "Unknown option: '--nothing.like.it=3'.");
    }

    @Test
    void allFaultsOfAllSettingsAreNamedAtOnceBelowOneHeading() {
        assertThatThrownBy(() -> shop().set("daemon.port", "abc")
                        .set("daemon.timeout", "-1")
                        .set("daemon.prot", "1")
                        .set("fabric.retries", "many")
                        .set("fabric.tmeout", "1s")
                        .set("acme.db.url", "x")
                        .set("acme.db.poolsize", "2")
                        .start())
                .isInstanceOfSatisfying(DaemonStartException.class, e -> {
                    assertThat(String.valueOf(e.getMessage()).lines())
                            .hasSize(8)
                            .first()
                            .isEqualTo("several settings are wrong:");
                    assertThat(e)
                            .hasMessageContainingAll(
                                    "\n  daemon.port is 'abc'",
                                    "\n  daemon.timeout is '-1'",
                                    "\n  'daemon.prot' (from the program) is not a setting. Did you mean daemon.port?",
                                    "\n  fabric.retries is 'many'",
                                    "\n  'fabric.tmeout' (from the program) is not a setting.",
                                    "\n  acme.db.url is 'x'",
                                    "\n  'acme.db.poolsize' (from the program) is not a setting.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "mcp --help", "mcp --daemon.timeout=5s x", "--daemon.timeout=5s mcp"})
    void theCommandMcpWithoutItsModuleSaysWhatItNeeds(String args) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("The command mcp needs skill-sdk-mcp. Add this to the dependencies in pom.xml: <dependency>"
                        + "<groupId>io.skillsdk</groupId><artifactId>skill-sdk-mcp</artifactId><version>")
                .endsWith("</version></dependency>");
    }

    @Test
    void aJobOfAFileSaysHowToGiveIt() throws IOException {
        String file = "@" + message("{\"payload\": {\"a\": 1}}");
        assertThat(run("job", file)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("'" + file + "' is not an envelope. For one in a file: job - <" + file.substring(1) + "\n");
    }
}
