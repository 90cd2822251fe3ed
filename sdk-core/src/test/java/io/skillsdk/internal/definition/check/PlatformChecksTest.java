package io.skillsdk.internal.definition.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.SkillDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong by the platform's rules, whatever code is behind a definition; and what is not. */
class PlatformChecksTest {

    private static final String SOUND = """
            camel: 1.0.0
            name: orders
            inputs:
              - name: request
                parameters:
                  - name: id
                    type: string
                    required: true
                routing:
                  all:
                    action: orders
                    runtime: cortex/daemons
                    output: response
            outputs:
              - name: response
            properties:
              - name: daemon.method
                type: String
                defaultValue: POST
              - name: daemon.path
                type: String
                defaultValue: invoke
              - name: daemon.port
                type: String
                defaultValue: 5000
              - name: own
                type: String
                defaultValue: kept
            actions:
              - name: orders
                type: daemon
                image: orders
                command: [java, -jar, /app/app.jar]
                port: 5000
            """;

    @TempDir
    Path workspace;

    private Path skill;

    @BeforeEach
    void layOut() throws IOException {
        skill = Files.createDirectories(workspace.resolve("skills/orders"));
        Path action = Files.createDirectories(skill.resolve("actions/orders"));
        Files.writeString(action.resolve("Dockerfile"), "FROM eclipse-temurin:17\nEXPOSE 5000\nCMD [\"java\"]\n");
        Files.createDirectories(skill.resolve("invoke/request"));
        Files.writeString(skill.resolve("invoke/request/message.json"), "{\"payload\":{\"id\":\"1\"}}");
        write(SOUND);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(skill.resolve("skill.yaml"), yaml);
    }

    private void replace(String what, String with) throws IOException {
        assertThat(SOUND).contains(what);
        write(SOUND.replace(what, with.replace("\\n", "\n")));
    }

    private List<Finding> check() {
        return SkillDefinitions.check(workspace);
    }

    @Test
    void aSoundSkillHasNoFinding() {
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~    type: daemon\n~ | ~~ | action-type | 30",
                "~type: daemon~ | ~type: deamon~ | action-type | 31",
                "~type: daemon~ | ~type: job~ | action-type | 31",
                "~runtime: cortex/daemons~ | ~runtime: cortex/daemon~ | routing-runtime-unknown | 12",
                "~    port: 5000~ | ~    port: 5000\n    environmentVariables: '\"DAEMON_PORT\"=\"6000\"'~ | daemon-port-differs | 35",
                "~[java, -jar, /app/app.jar]~ | ~[java, -jar, /app/app.jar, --daemon.port=6000]~ | daemon-port-differs | 33",
                "~[java, -jar, /app/app.jar]~ | ~[java, -Ddaemon.port=6000, -jar, /app/app.jar]~ | daemon-port-differs | 33",
                "~defaultValue: kept~ | ~defaultValue: #SECURE.key~ | secure-unquoted | 28",
                "~defaultValue: kept~ | ~defaultValue: '#SECURE.key'~ | secure-missing | 28",
                "~defaultValue: kept~ | ~defaultValue: 'Bearer #SECURE.key'\n    secure: true~ | secure-partial | 28",
                "~defaultValue: kept~ | ~defaultValue: plain\n    secure: true~ | secure-default | 28",
                "~    type: String\n    defaultValue: kept~ | ~    type: Number\n    defaultValue: kept~ | property-default | 28",
                "~    type: String\n    defaultValue: kept~ | ~    type: Boolean\n    defaultValue: yes please~ | property-default | 28",
                "~    type: String\n    defaultValue: kept~ | ~    type: Enum~ | property-values-missing | 26",
                "~name: own~ | ~name: headers.x.y~ | header-name | 26",
                "~        required: true~ | ~        requird: true~ | key-misspelt | 8",
                "~        required: true~ | ~        required: yes~ | value-malformed | 8",
                "~name: orders\ninputs~ | ~name: {{skillname}}\ninputs~ | name-invalid | 2",
                "~image: orders~ | ~image: https://registry/orders~ | image-invalid | 32",
                "~image: orders~ | ~image: acme//orders~ | image-invalid | 32",
                "~image: orders~ | ~image: acme/Orders~ | image-invalid | 32",
                "~image: orders~ | ~image: acme.com:5000/orders:1~ | image-tag | 32",
                "~actions:\n  - name: orders~ | ~actions:\n  - {name: orders, type: daemon, image: orders}\n  - name: orders~ | action-twice | 31",
                "~defaultValue: invoke~ | ~defaultValue: 'orders/{{payload.id}}'~ | daemon-path-template | 22",
                "~defaultValue: invoke~ | ~defaultValue: 'orders/{{{payload.no}}}'~ | daemon-path-template | 22",
                "~defaultValue: invoke~ | ~defaultValue: 'orders/{{{id}}}'~ | daemon-path-template | 22",
                "~      - name: id\n~ | ~      - {name: id, type: string}\n      - name: id\n~ | parameter-twice | 7",
            })
    void eachFaultIsOneFindingWhereItIs(String what, String with, String id, int line) throws IOException {
        replace(what, with == null ? "" : with);
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.line()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~      property: kind\n      rules: [{match: a, action: orders, runtime: cortex/daemons, output: response}]~ | routing-property-unknown,routing-default-missing",
                "~      field: id\n      rules: [{match: a, action: orders, runtime: cortex/daemons, output: response}]~ | routing-default-missing",
                "~      field: id\n      default: {action: orders, runtime: cortex/daemons, output: response}~ | routing-rules-missing",
                "~      field: id\n      rules: [{match: a, action: orders, runtime: cortex/daemons, output: response}, {match: A, action: orders, runtime: cortex/daemons, output: response}]\n      default: {action: orders, runtime: cortex/daemons, output: response}~ | rule-match-twice",
                "~      field: id\n      rules: [{action: orders, runtime: cortex/daemons, output: response}]\n      default: {action: orders, runtime: cortex/daemons, output: response}~ | rule-match-missing",
            })
    void rulesAreChecked(String routing, String ids) throws IOException {
        replace("""
                  all:
                    action: orders
                    runtime: cortex/daemons
                    output: response
            """.indent(0), routing + "\n");
        assertThat(check()).extracting(Finding::id).containsExactlyInAnyOrder(ids.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a\\nEXPOSE 6000\\n | daemon-port-differs | 2",
                "FROM a\\nENV DAEMON_PORT=6000\\n | daemon-port-differs | 2",
                "FROM a\\nENV A=1 \\\\\\n  DAEMON_PORT=6000\\n | daemon-port-differs | 2",
                "FROM a\\nCMD [\"java\", \"-jar\", \"a.jar\", \"--daemon.port\", \"6000\"] | daemon-port-differs | 2",
                "FROM a\\n\\nRUN --mount=type=cache,target=/x make | dockerfile-buildkit | 3",
                "FROM a\\nCOPY --chmod=755 a b | dockerfile-buildkit | 2",
                "FROM a\\nRUN <<EOF\\nmake\\nEOF | dockerfile-buildkit | 2",
            })
    void theDockerfileIsChecked(String dockerfile, String id, int line) throws IOException {
        Files.writeString(
                skill.resolve("actions/orders/Dockerfile"),
                dockerfile.replace("\\n", "\n").replace("\\\\", "\\"));
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.file().getFileName()).hasToString("Dockerfile");
        });
    }

    @Test
    void foldersAndActionsAgree() throws IOException {
        Files.move(skill.resolve("actions/orders/Dockerfile"), skill.resolve("actions/orders/Containerfile"));
        assertThat(check()).extracting(Finding::id).containsExactly("dockerfile-missing");
        Files.move(skill.resolve("actions/orders"), skill.resolve("actions/ordres"));
        assertThat(check()).extracting(Finding::id).containsExactly("action-folder-missing");
        Files.createDirectories(skill.resolve("actions/other"));
        assertThat(check())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder("action-folder-missing", "action-folder-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"payload\":{},\"properties\":[]} | message-properties",
                "{\"payload\":{},\"properties\":{\"onw\":1}} | message-properties",
                "{\"payload\":{},\"token\":\"t\"} | message-key",
                "{ | message-malformed",
            })
    void messagesAreChecked(String json, String id) throws IOException {
        Files.writeString(skill.resolve("invoke/request/message.json"), json);
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.file().getFileName()).hasToString("message.json");
        });
    }

    @Test
    void whatIsNotWrongIsNotFound() throws IOException {
        replace("defaultValue: kept", "defaultValue: '#SECURE.key'\\n    secure: true");
        assertThat(check()).isEmpty();
        replace("defaultValue: kept", "defaultValue: ${secure.key}\\n    secure: true");
        assertThat(check()).isEmpty();
        replace(
                "image: orders",
                "image: registry.example.com:5000/team/orders\\n    scaleCount: 2\\n    k8sResources: []");
        assertThat(check()).isEmpty();
        replace("defaultValue: invoke", "defaultValue: '{{outputName}}'");
        assertThat(check()).isEmpty();
        write(SOUND + "x-own: {a: 1}\n");
        assertThat(check()).isEmpty();
        Files.writeString(skill.resolve("invoke/request/payload.json"), "{\"id\": \"1\"}");
        Files.writeString(skill.resolve("invoke/request/message-add.json"), "{\"payload\": {}}");
        Files.delete(skill.resolve("invoke/request/message.json"));
        write(SOUND);
        assertThat(check()).isEmpty();
    }

    @Test
    void otherRuntimesNeedNoDaemon() throws IOException {
        write("""
                camel: 1.0.0
                name: train
                inputs:
                  - name: request
                    routing: {all: {action: train, runtime: cortex/jobs, output: response}}
                outputs: [{name: response}]
                actions: [{name: train, type: job, image: a/train}]
                """);
        Files.move(skill.resolve("actions/orders"), skill.resolve("actions/train"));
        assertThat(check()).isEmpty();
        write("""
                camel: 1.0.0
                name: remote
                inputs:
                  - name: request
                    routing: {all: {output: response, runtime: cortex/external-api}}
                outputs: [{name: response}]
                properties:
                  - {name: url, type: String, defaultValue: 'https://api.example.com'}
                """);
        assertThat(check()).isEmpty();
    }

    @Test
    void aFindingIsKeptQuietWithAReasonAlone() throws IOException {
        replace("image: orders", "image: acme/Orders # skill-check: ignore image-invalid: our registry takes it");
        assertThat(check()).isEmpty();
        replace("    image: orders", "    # skill-check: ignore image-invalid: ours\\n    image: acme/Orders");
        assertThat(check()).isEmpty();
        replace("    image: orders", "    # skill-check: ignore image-invalid\\n    image: acme/Orders");
        assertThat(check()).extracting(Finding::id).containsExactly("suppression", "image-invalid");
        replace("    image: orders", "    # skill-check: ignore image-invalidd: x\\n    image: acme/Orders");
        assertThat(check()).extracting(Finding::message).anyMatch(message -> message.contains("image-invalid"));
    }

    @Test
    void oneBrokenFileIsOneFindingAmongTheOthers() throws IOException {
        Path broken = Files.createDirectories(workspace.resolve("skills/nested/deeper/broken"));
        Files.writeString(broken.resolve("skill.yaml"), "name: [");
        replace("image: orders", "image: acme/Orders");
        assertThat(check()).extracting(Finding::id).containsExactlyInAnyOrder("unreadable", "image-invalid");
        assertThatThrownBy(() -> SkillDefinitions.check(workspace.resolve("nope")))
                .hasMessageContaining("there is no such file or folder");
    }

    @Test
    void typesAreFoundBesideAndBelowTheSkillsName() throws IOException {
        String yaml = SOUND.replace("""
                parameters:
                  - name: id
                    type: string
                    required: true
                routing:
            """.indent(0), """
                parameters: {$ref: default/Order}
                routing:
            """.indent(0));
        assertThat(yaml).contains("default/Order");
        write(yaml);
        assertThat(check()).isEmpty();
        Path types = Files.writeString(skill.resolve("types.yaml"), "types:\n  - {name: Oder, parameters: []}\n");
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("type-unknown");
            assertThat(finding.message()).contains("did you mean 'Oder'?");
        });
        Files.writeString(types, "types:\n  - {name: default/Order, parameters: [{name: a, tpye: string}]}\n");
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("key-misspelt");
            assertThat(finding.file().getFileName()).hasToString("types.yaml");
            assertThat(finding.line()).isEqualTo(2);
        });
    }

    @Test
    void whatIsPrintedCannotMoveACursorOrForgeALine() throws IOException {
        write(SOUND.replace("name: orders\ninputs", "name: \"a\\e]52;c;x\\a\\nfake.yaml:1: error\\u202e\"\ninputs"));
        assertThat(check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("\\u001b]52", "\\u000a", "\\u202e")
                        .doesNotContain("\u001b", "\n", "\u202e"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\0b", "../../etc", "/etc"})
    void aNameThatIsNoFolderIsAFindingAndNoFailure(String name) throws IOException {
        write(SOUND.replace("  - name: orders\n    type", "  - name: \"" + name + "\"\n    type")
                .replace("name: orders\ninputs", "name: \"" + name + "\"\ninputs"));
        Files.createDirectories(workspace.resolve("types/orders"));
        Files.writeString(workspace.resolve("types/orders/T.yaml"), "name: T\nparameters: []\n");
        assertThat(check()).extracting(Finding::id).contains("name-invalid");
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 20_000})
    @Timeout(60)
    void longEnvironmentsAreReadWithoutRecursion(int pairs) throws IOException {
        StringBuilder environment = new StringBuilder();
        for (int i = 0; i < pairs; i++) {
            environment.append("\"A").append(i).append("\"=\"b\",");
        }
        replace(
                "    port: 5000",
                "    port: 5000\\n    environmentVariables: '" + environment.substring(0, environment.length() - 1)
                        + "'");
        assertThat(check()).isEmpty();
    }

    @Test
    @Timeout(60)
    void filesOfAnySizeAndKindAreRefusedInTime() throws IOException, InterruptedException {
        Files.write(skill.resolve("invoke/request/message.json"), new byte[3 * 1024 * 1024]);
        Path pipe = skill.resolve("types.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        replace("defaultValue: kept", "defaultValue: " + "9".repeat(500_000));
        List<Finding> findings = check();
        assertThat(findings).extracting(Finding::id).containsExactly("unreadable", "unreadable");
        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("is larger than 1048576 bytes"))
                .anyMatch(message -> message.contains("is not a regular file"));
    }

    @Test
    @Timeout(60)
    void aliasesCannotFillTheMemory() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 " + "x".repeat(200_000) + "\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(5))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        write(bomb + SOUND);
        assertThat(check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id()).isEqualTo("unreadable"));
    }

    @Test
    @Timeout(120)
    void aThousandSkillsAreCheckedInSeconds() throws IOException {
        for (int i = 0; i < 1000; i++) {
            Path folder = Files.createDirectories(workspace.resolve("skills/s" + i));
            Files.writeString(folder.resolve("skill.yaml"), SOUND.replace("orders", "s" + i));
            Path action = Files.createDirectories(folder.resolve("actions/s" + i));
            Files.writeString(action.resolve("Dockerfile"), "FROM a\n");
            Path types = Files.createDirectories(workspace.resolve("types/s" + i));
            Files.writeString(types.resolve("T.yaml"), "camel: 1.0.0\nname: T" + i + "\nparameters: []\n");
        }
        long began = System.nanoTime();
        assertThat(check()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    }
}
