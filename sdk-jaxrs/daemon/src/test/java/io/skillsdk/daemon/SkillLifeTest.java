package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.skillsdk.Secret;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillSetting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a skill holds open, from the making of its actions to their closing. */
class SkillLifeTest {

    record Database(
            URI url,

            @SkillSetting(defaultValue = "4", description = "How many connections are open")
            int poolSize,

            Secret password) {}

    private final List<String> events = new CopyOnWriteArrayList<>();

    class First implements AutoCloseable {
        First() {
            events.add("first made");
        }

        @SkillAction(path = "first")
        public String first() {
            return "first";
        }

        @Override
        public void close() {
            events.add("first closed");
        }
    }

    class Second implements AutoCloseable {
        @SkillAction(path = "second")
        public String second() {
            return "second";
        }

        @Override
        public void close() {
            events.add("second closed");
            throw new IllegalStateException("the pool is broken");
        }
    }

    private SkillDaemon.Builder builder() {
        return Calls.through(SkillDaemon.builder()).host("127.0.0.1").port(0);
    }

    @Test
    void actionsAreClosedAfterTheStopHooksLastMadeFirstWhateverAnotherThrows() {
        First first = new First();
        builder()
                .action(first)
                .action(new Second())
                .onStart(() -> events.add("started"))
                .onStop(() -> events.add("stopped"))
                .onStop(() -> events.add("stopped first"))
                .start()
                .close();
        assertThat(events)
                .containsExactly("first made", "started", "stopped first", "stopped", "second closed", "first closed");
    }

    @Test
    void whatAContainerClosesIsLeftToIt() {
        builder()
                .action(new First())
                .closesActions(false)
                .onStop(() -> events.add("container ended"))
                .start()
                .close();
        assertThat(events).containsExactly("first made", "container ended");
    }

    @Test
    void anInstanceIsClosedOnceHoweverOftenTheDaemonIs() {
        SkillDaemon daemon = builder().action(new First()).start();
        daemon.close();
        daemon.close();
        assertThat(events).containsExactly("first made", "first closed");
    }

    @Test
    void aStartThatFailsHalfwayClosesWhatWasMade() {
        SkillDaemon.Builder failing = builder().action(First.class, First::new).action(Second.class, () -> {
            throw new IllegalStateException("The model is not there.");
        });
        assertThatThrownBy(failing::start)
                .isInstanceOf(DaemonStartException.class)
                .hasMessage("Second could not be made: The model is not there.");
        assertThat(events).containsExactly("first made", "first closed");
    }

    @Test
    void aPortThatIsTakenClosesWhatWasMade() {
        try (SkillDaemon other = Calls.daemon(new TestActions()).start()) {
            assertThat(catchThrowable(() -> builder()
                            .action(First.class, First::new)
                            .port(other.port())
                            .start()))
                    .isInstanceOf(DaemonStartException.class);
        }
        assertThat(events).containsExactly("first made", "first closed");
    }

    @Test
    void aStartHookThatThrowsEndsTheStart() {
        assertThatThrownBy(() -> builder()
                        .action(First.class, First::new)
                        .onStart(() -> {
                            throw new IllegalStateException("no licence");
                        })
                        .start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessage("An onStart hook failed: no licence");
        assertThat(events).containsExactly("first made", "first closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "actions", "describe", "check .", "settings", "run --help"})
    void commandsThatCallNoActionMakeNone(String command) {
        run(builder().action(First.class, First::new), command.split(" "));
        assertThat(events).isEmpty();
    }

    @Test
    void invokeMakesTheInstanceAndClosesIt() {
        String answer = run(builder().action(First.class, First::new), "invoke", "target/none.json");
        assertThat(answer).contains("target/none.json");
        assertThat(events).as("a message that is not there needs no action").isEmpty();
    }

    @Test
    void aClassWithoutActionsIsRefused() {
        assertThatThrownBy(() -> builder().action(String.class, () -> "x").start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("has no action");
    }

    @Test
    void anActionIsMadeWithSettingsOfTheSkillsOwn() {
        builder()
                .settings("acme.db", Database.class)
                .set("acme.db.url", "jdbc:h2:mem:x")
                .set("acme.db.password", "hush")
                .action(First.class, settings -> {
                    events.add(settings.bind("acme.db", Database.class).toString());
                    return new First();
                })
                .start()
                .close();
        assertThat(events.get(0)).isEqualTo("Database[url=jdbc:h2:mem:x, poolSize=4, password=***]");
    }

    @Test
    void faultsOfTheDaemonsAndTheSkillsSettingsAreNamedTogether() {
        assertThatThrownBy(() -> builder()
                        .action(new First())
                        .settings("acme.db", Database.class)
                        .set("acme.db.url", "here")
                        .set("acme.db.pasword", "hush")
                        .set("daemon.timeout", "soon")
                        .start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("daemon.timeout is 'soon'")
                .hasMessageContaining("acme.db.url is 'here'")
                .hasMessageContaining("Did you mean acme.db.password?")
                .hasMessageContaining("acme.db.password is not set")
                .hasMessageNotContaining("hush");
    }

    @Test
    void ownSettingsAreInTheHelpAndInTheTableOfSettings() {
        SkillDaemon.Builder builder = builder()
                .action(First.class, First::new)
                .settings("acme.db", Database.class)
                .set("acme.db.password", "hush");
        assertThat(run(builder, "--help"))
                .contains("--acme.db.pool-size", "How many connections are open", "--acme.db.url", "(required)");
        assertThat(run(builder, "settings", "--acme.db.url=jdbc:x"))
                .containsPattern("acme.db.url +jdbc:x +the command line")
                .containsPattern("acme.db.pool-size +4 +the defaults")
                .containsPattern("acme.db.password +\\*\\*\\* +the program")
                .containsPattern("daemon.port +0 +the program")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "actions", "describe", "check .", "settings"})
    void commandsThatCallNoActionNeedNoSettingOfTheSkill(String command) {
        assertThat(run(
                        builder().action(First.class, First::new).settings("acme.db", Database.class),
                        command.split(" ")))
                .doesNotContain("is not set. Set it");
    }

    @Test
    void settingsThatAreMissingAreNamedOneALine() {
        String said = run(
                builder().settings("acme.db", Database.class).action(First.class, settings -> {
                    settings.bind("acme.db", Database.class);
                    return new First();
                }),
                "invoke",
                "pom.xml");
        assertThat(said.lines())
                .anyMatch(line -> line.startsWith("  acme.db.url is not set."))
                .anyMatch(line -> line.startsWith("  acme.db.password is not set."))
                .noneMatch(line -> line.contains("\\u"));
    }

    @Test
    void aMisspeltOptionIsToldWithTheNearestName() {
        SkillDaemon.Builder builder = builder().action(First.class, First::new).settings("acme.db", Database.class);
        assertThat(run(builder, "--acme.db.pasword=x"))
                .isEqualTo("Unknown option: '--acme.db.pasword=x'. Did you mean --acme.db.password?\n");
        assertThat(run(builder, "run", "--daemon.prot=1")).contains("Did you mean --daemon.port?");
        assertThat(run(builder, "--port", "1")).isEqualTo("Unknown option: '--port'. Did you mean --daemon.port?\n");
        assertThat(run(builder, "--nothing-like-it=1")).contains("Unknown option: '--nothing-like-it=1'", "Usage:");
    }

    @Test
    void aDaemonWithoutActionsIsRefused() {
        assertThatThrownBy(() -> builder().start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("no action");
    }

    private static String run(SkillDaemon.Builder builder, String... args) {
        StringWriter out = new StringWriter();
        CommandLine line =
                io.skillsdk.internal.daemon.command.SkillCommand.commandLine(new DaemonProcess(builder.skill()));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.execute(args);
        return out.toString();
    }
}
