package io.skillsdk.daemon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperties;
import io.skillsdk.internal.daemon.command.SkillCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SkillCommandTest {

    record Text(@SkillParameter(required = true) String text) {}

    record Count(int words, String limit) {}

    static final class WordCount {
        @SkillAction
        Count count(Text payload, SkillProperties properties) {
            return new Count(payload.text().split(" ").length, properties.getString("limit", "none"));
        }
    }

    static final class Other {
        @SkillAction(path = "other")
        void other() {
            throw new SkillException(422, "No.");
        }
    }

    private final StringWriter out = new StringWriter();

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(Object[] actions, String... args) {
        CommandLine line = SkillCommand.commandLine(
                new DaemonProcess(SkillDaemon.builder(actions).skill()));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return line.execute(args);
    }

    private int run(String... args) {
        return run(new Object[] {new WordCount()}, args);
    }

    private int pipe(String message, Charset charset) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(message.getBytes(charset)));
        try {
            return run("invoke", "-");
        } finally {
            System.setIn(before);
        }
    }

    private String message(String json) throws IOException {
        return Files.writeString(folder.resolve("message.json"), json).toString();
    }

    @Test
    void invokePrintsTheResultAndExitsWithZero() throws IOException {
        String message = message("{\"payload\": {\"text\": \"a b\"}}");
        assertThat(run("invoke", message, "--property", "limit=5")).isZero();
        assertThat(out).hasToString("{\"payload\":{\"words\":2,\"limit\":\"5\"}}\n");
    }

    @Test
    void invokePrintsAnErrorAndExitsWithOne() throws IOException {
        assertThat(run("invoke", message("{}"))).isEqualTo(1);
        assertThat(out.toString()).contains("\"status\":400", "payload.text");
    }

    @Test
    @ResourceLock("System.in")
    void invokeTakesAMessageFromStandardInput() {
        assertThat(pipe("{\"payload\": {\"text\": \"é b\"}}", UTF_8)).isZero();
        assertThat(out).hasToString("{\"payload\":{\"words\":2,\"limit\":\"none\"}}\n");
    }

    @Test
    @ResourceLock("System.in")
    void aMessageThatIsNotUtf8IsRefusedAsTheDaemonRefusesIt() throws IOException {
        String json = "{\"payload\": {\"text\": \"é b\"}}";
        Path file = Files.writeString(folder.resolve("latin1.json"), json, ISO_8859_1);
        assertThat(run("invoke", file.toString())).isEqualTo(1);
        assertThat(run("invoke", file.toString(), "--property", "limit=5")).isEqualTo(1);
        assertThat(pipe(json, ISO_8859_1)).isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer)
                        .contains("\"status\":400", "The body is not encoded in UTF-8. Send JSON in UTF-8."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"payload\": ", "[1, 2]", "null", ""})
    void aMessageThatNoPropertyCanBeAddedToIsAnsweredWithWhatIsWrong(String body) throws IOException {
        assertThat(run("invoke", message(body), "--property", "limit=5")).isEqualTo(1);
        assertThat(out.toString()).contains("\"status\":400");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneOfSeveralActionsIsNamed() throws IOException {
        Object[] both = {new WordCount(), new Other()};
        String message = message("{\"payload\": {\"text\": \"a b\"}}");
        assertThat(run(both, "invoke", message, "--action", "count")).isZero();
        assertThat(run(both, "invoke", message)).isEqualTo(1);
        assertThat(run(both, "invoke", message, "--action", "cuont")).isEqualTo(1);
        assertThat(err.toString())
                .contains("There are several actions: count, other. Say which one is meant.")
                .contains("There is no action 'cuont'. There are: count, other.")
                .doesNotContain("\tat ");
    }

    @Test
    void aMissingMessageIsNamedWithoutAStack() {
        assertThat(run("invoke", "none.json")).isEqualTo(3);
        assertThat(err.toString()).contains("none.json: there is no such file.").doesNotContain("\tat ");
    }

    @Test
    void describePrintsAndWritesAndCheckAgrees() throws IOException {
        assertThat(run("describe", "--name", "count")).isZero();
        assertThat(out.toString()).startsWith("camel: 1.0.0\nname: count\n");
        Path skill = Files.createDirectories(folder.resolve("skills/count"));
        assertThat(run("describe", "--write", skill.toString())).isZero();
        assertThat(out.toString()).contains("wrote ");
        assertThat(run("check", folder.toString())).isZero();
        assertThat(out.toString()).endsWith("0 errors, 0 warnings\n");
        assertThat(run("describe", "--write", skill.resolve("skill.yaml").toString()))
                .isZero();
        assertThat(out.toString()).endsWith(" is in sync\n");
    }

    @Test
    void describePrintsTheActionsInOpenApiWithTheMessagesOfASkill() throws IOException {
        assertThat(run("describe", "--openapi", "--name", "count")).isZero();
        assertThat(out.toString()).contains("\"openapi\" : \"3.1.1\"", "\"title\" : \"count\"", "\"/invoke\"");
        Path skill = folder.resolve("skills/count");
        run("describe", "--write", skill.resolve("skill.yaml").toString());
        Files.createDirectories(skill.resolve("invoke/count"));
        Files.writeString(skill.resolve("invoke/count/message.json"), "{\"payload\":{\"text\":\"to be or not\"}}");
        out.getBuffer().setLength(0);
        assertThat(run("describe", "--openapi", folder.toString())).isZero();
        assertThat(out.toString()).contains("\"to be or not\"");
        assertThat(run("describe", "--openapi", folder.resolve("none").toString()))
                .isEqualTo(3);
    }

    @Test
    void describePrintsManifestsForKubernetesAndKnative() {
        assertThat(run("describe", "--kubernetes", "--name", "acme/Word_Count", "--image", "registry/word-count:1"))
                .isZero();
        assertThat(out.toString())
                .startsWith("---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: word-count\n")
                .contains("image: registry/word-count:1", "path: /health/ready", "kind: PodDisruptionBudget");
        out.getBuffer().setLength(0);
        assertThat(run("describe", "--knative", "--name", "count")).isZero();
        assertThat(out.toString()).contains("apiVersion: serving.knative.dev/v1", "containerConcurrency: 256");
        assertThat(run("describe", "--knative", "--kubernetes")).isEqualTo(2);
    }

    @Test
    void checkPrintsFindingsThatFitATerminalAndExitsWithOne() throws IOException {
        Path skill = folder.resolve("count/skill.yaml");
        run("describe", "--write", skill.toString());
        Files.writeString(skill, Files.readString(skill).replaceFirst("type: string", "type: boolean"));
        assertThat(run("check", skill.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(skill + ":11: error [parameter-type] inputs[0].parameters[0].type\n")
                .contains("    'text' is declared as boolean, but is string in the payload; declare it so.\n")
                .endsWith("1 error, 0 warnings\n");
        assertThat(run("check", "--format", "json", skill.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("[{\"id\":\"parameter-type\",\"severity\":\"error\",\"file\":");
    }

    @Test
    void checkOfAFileThatCannotBeReadSaysWhy() throws IOException {
        Path broken = Files.writeString(folder.resolve("skill.yaml"), "name: [");
        assertThat(run("check", broken.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("is not valid YAML").doesNotContain("\tat ");
    }

    private Path drifted() throws IOException {
        Path skill = folder.resolve("count/skill.yaml");
        run("describe", "--write", skill.toString());
        Files.writeString(skill, Files.readString(skill).replaceFirst("type: string", "type: boolean"));
        out.getBuffer().setLength(0);
        return skill;
    }

    @Test
    void describeChecksAndDiffsWithoutWriting() throws IOException {
        Path skill = drifted();
        String before = Files.readString(skill);
        assertThat(run("describe", "--check", skill.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("would change ").contains("skill.yaml");
        assertThat(run("describe", "--diff", skill.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("@@ -", "-        type: boolean", "+        type: string");
        assertThat(skill).hasContent(before);
        run("describe", "--write", skill.toString());
        assertThat(run("describe", "--check", skill.toString())).isZero();
        assertThat(run("describe", "--check", skill.toString(), "--diff", skill.toString()))
                .isEqualTo(2);
    }

    @Test
    void describeAsksThePodForProbesOnRequest() throws IOException {
        assertThat(run("describe", "--probes")).isZero();
        assertThat(out.toString())
                .contains("- path: /containers/0/readinessProbe", "path: /health/ready", "path: /health/live")
                .contains("- path: /terminationGracePeriodSeconds\n        value: 30\n");
        Path skill = folder.resolve("count/skill.yaml");
        run("describe", "--write", skill.toString());
        assertThat(Files.readString(skill)).doesNotContain("podSpec");
        assertThat(run("describe", "--write", skill.toString(), "--probes")).isZero();
        assertThat(Files.readString(skill)).contains("path: /health/live");
        assertThat(run("describe", "--check", skill.toString())).isZero();
        assertThat(run("check", skill.toString())).isZero();
    }

    @Test
    void checkWritesForMachines() throws IOException {
        Path skill = drifted();
        assertThat(run("check", "--format", "github", skill.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("::error file=").contains("title=parameter-type::'text' is declared");
        assertThat(run("check", "--format", "sarif", skill.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"version\":\"2.1.0\"", "\"ruleId\":\"parameter-type\"");
        assertThat(run("check", "--format", "json", skill.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"version\":1", "\"heldAgainstActions\":[\"count\"]", "\"column\":");
    }

    @Test
    void rulesCanBeListedAndChanged() throws IOException {
        Path skill = drifted();
        assertThat(run("check", "--rules")).isZero();
        assertThat(out.toString()).contains("parameter-type ", "A value of another type is refused.");
        assertThat(run("check", "--severity", "parameter-type=warning", skill.toString()))
                .isZero();
        assertThat(run("check", "--severity", "parameter-type=off", skill.toString()))
                .isZero();
        assertThat(out.toString()).endsWith("0 errors, 0 warnings\n");
        assertThat(run("check", "--severity", "nonsense=off", skill.toString())).isEqualTo(2);
        Files.writeString(
                skill,
                Files.readString(skill)
                        .replace("type: boolean", "type: string")
                        .replace("properties:", "properties:\n  - {name: kind, type: Enum}"));
        assertThat(run("check", skill.toString())).isZero();
        assertThat(run("check", "--strict", skill.toString())).isEqualTo(1);
    }

    @Test
    void severalPathsAreCheckedAndTheSkillOfTheActionsIsNamed() throws IOException {
        Path one = folder.resolve("skills/one/skill.yaml");
        Path two = folder.resolve("skills/two/skill.yaml");
        run("describe", "--write", one.toString());
        run("describe", "--write", two.toString());
        Files.writeString(two, Files.readString(two).replaceFirst("type: string", "type: boolean"));
        assertThat(run("check", "--skill", "one", one.toString(), two.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("Held against the actions: one.")
                .contains("Held against the platform's rules alone: two.");
        assertThat(run("check", "--skill", "two", folder.toString())).isEqualTo(1);
    }

    @Test
    void invokeGoesTheWayOfTheSkillYamlBesideTheMessage() throws IOException {
        Object[] both = {new WordCount(), new Other()};
        Path skill = folder.resolve("skills/s/skill.yaml");
        run(both, "describe", "--write", skill.toString());
        Path count =
                Files.createDirectories(skill.resolveSibling("invoke/count")).resolve("message.json");
        Files.writeString(count, "{\"payload\": {\"text\": \"a b\"}, \"properties\": {\"limit\": 5}}");
        Path other =
                Files.createDirectories(skill.resolveSibling("invoke/other")).resolve("message.json");
        Files.writeString(other, "{}");
        out.getBuffer().setLength(0);
        assertThat(run(both, "invoke", count.toString())).isZero();
        assertThat(out).hasToString("{\"payload\":{\"words\":2,\"limit\":\"none\"}}\n");
        assertThat(err.toString()).contains("note: The property 'limit' is not declared in skill.yaml");
        assertThat(run(both, "invoke", other.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"status\":422");
    }

    @Test
    void theSchemaTheActionsAndCompletionArePrinted() {
        assertThat(run("describe", "--schema")).isZero();
        assertThat(out.toString()).contains("\"$schema\"", "\"title\": \"skill.yaml\"");
        assertThat(run("actions", "--format", "json")).isZero();
        assertThat(out.toString()).contains("\"name\":\"count\"", "\"output\":\"count\"", "\"path\":\"/invoke\"");
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("complete -F");
        assertThat(run("help", "check")).isZero();
        assertThat(out.toString()).contains("--strict", "skill-check: ignore");
    }

    @Test
    void actionsPrintsATable() {
        assertThat(run(new Object[] {new WordCount(), new Other()}, "actions")).isZero();
        assertThat(out).hasToString("""
                ACTION  METHOD  PATH     PAYLOAD  RESULT
                count   POST    /invoke  Text     Count
                other   POST    /other   -        void
                """);
    }

    @Test
    void helpAndVersionAreThere() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("dev", "invoke", "job", "describe", "check", "actions", "--daemon.port=VALUE");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Skill SDK for Java", "Java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @CsvSource({
        "chekc, Did you mean: skill check",
        "--daemon.prot=1, --daemon.port",
        "invok, Did you mean: skill invoke",
        "--hlep, --help"
    })
    void aMisspeltWordGetsTheNearestRightOne(String word, String fix) {
        assertThat(run(word)).isEqualTo(2);
        assertThat(err.toString()).contains(fix);
    }

    static final class Hangs {
        @SkillAction
        String hang() throws InterruptedException {
            new CountDownLatch(1).await();
            return "never";
        }
    }

    @Test
    void invokeHasTheDeadlineOfTheDaemon() throws IOException {
        CommandLine line = SkillCommand.commandLine(new DaemonProcess(
                SkillDaemon.builder(new Hangs()).timeout(Duration.ofMillis(200)).skill()));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(line.execute("invoke", message("{}"))).isEqualTo(1);
        assertThat(out.toString()).contains("\"status\":504", "did not answer within 200 ms");
    }
}
