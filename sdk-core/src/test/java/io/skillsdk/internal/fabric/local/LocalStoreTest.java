package io.skillsdk.internal.fabric.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Secret;
import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Run;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.ProjectData;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace answers in place of the platform. */
class LocalStoreTest {

    @TempDir
    private Path workspace;

    @Test
    void theFilesOfTheWorkspaceAreThere() throws IOException {
        write("models/predict/model.yaml", "camel: 1.0.0\nname: german-credit\ntitle: German credit\n");
        write("types/predict/types.yaml", "camel: 1.0.0\ntypes:\n  - name: A\n    title: a\n  - name: B\n");
        write("experiments/predict/credit/experiment.yaml", "name: german-credit-exp\ntitle: Experiment\n");
        write(
                "experiments/predict/credit/runs/run_01/run.yaml",
                "runId: run_01\nendTime: 1700000000\nparams:\n  depth: 3\n");
        write("experiments/predict/credit/runs/run_01/artifacts/model.onnx", "bytes");
        write("fabric/secrets.json", "{\"db-password\": \"pw\", \"key\": {\"a\": 1}}");
        write(
                "fabric/connections/orders.yaml",
                "name: orders\nconnectionType: jdbc_generic\nparams:\n"
                        + "  - name: uri\n    value: jdbc:h2:mem:x\n  - name: password\n    value: '#SECURE.db-password'\n");
        write("fabric/content/reports/a b.csv", "1,2");
        write("fabric/sessions/s1.json", "{\"n\": 1}");
        Fabric fabric = LocalStore.of(workspace, false).open(call("s1")).fabric();
        assertThat(fabric.models().get("german-credit").title()).isEqualTo("German credit");
        assertThat(fabric.types().list()).hasSize(2);
        Run run = fabric.experiments().get("german-credit-exp").lastRun();
        assertThat(run.id()).isEqualTo("run_01");
        assertThat(run.params()).containsEntry("depth", 3);
        assertThat(run.artifact("model").text(100)).isEqualTo("bytes");
        assertThat(run.artifact("model.onnx").text(100)).isEqualTo("bytes");
        assertThat(fabric.secrets().get("db-password").reveal()).isEqualTo("pw");
        assertThat(fabric.secrets().get("key", Object.class)).isEqualTo(Map.of("a", 1));
        assertThat(fabric.connections().get("orders").jdbc().properties()).containsEntry("password", "pw");
        assertThat(fabric.content().download("reports/a b.csv").text(10)).isEqualTo("1,2");
        assertThat(fabric.content().head("reports/a b.csv").orElseThrow().contentType())
                .isEqualTo("text/csv");
        assertThat(fabric.session().get("n", Integer.class)).contains(1);
    }

    @Test
    void itIsFoundFromTheFolderOfAnAction() throws IOException {
        write("fabric/secrets.json", "{\"a\": \"b\"}");
        write("skills/s/actions/s/pom.xml", "<project/>");
        Fabric fabric = LocalStore.of(workspace.resolve("skills/s/actions/s"), false)
                .open(call(null))
                .fabric();
        assertThat(fabric.secrets().get("a").reveal()).isEqualTo("b");
    }

    @Test
    void itIsFoundFromTheJarThatWasStarted(@TempDir Path elsewhere) throws IOException {
        write("fabric/secrets.json", "{\"a\": \"b\"}");
        String jar = workspace.resolve("skills/s/actions/s/target/s.jar").toString();
        assertThat(secret(LocalStore.of(elsewhere, false, jar))).contains("b");
        // a workspace around the folder takes precedence
        Files.createDirectories(elsewhere.resolve("fabric"));
        assertThat(secret(LocalStore.of(elsewhere, false, jar))).isEmpty();
        assertThat(secret(LocalStore.of(workspace, false, ""))).contains("b");
    }

    @Test
    void classesOfAnIdeOrATestAreNotTheJarOfASkill(@TempDir Path elsewhere) throws IOException {
        write("fabric/secrets.json", "{\"a\": \"b\"}");
        String jar = workspace.resolve("s.jar").toString();
        for (String classPath : List.of("", workspace + "/classes", jar + File.pathSeparator + jar)) {
            assertThat(secret(LocalStore.of(elsewhere, false, classPath)))
                    .as(classPath)
                    .isEmpty();
        }
    }

    private static Optional<String> secret(LocalStore store) {
        return store.open(call(null)).fabric().secrets().find("a").map(Secret::reveal);
    }

    @Test
    void skillsAndAgentsAnswerWhatTheFilesSay() throws IOException {
        write("fabric/skills/word-count.json", "{\"words\": 6}");
        write("fabric/skills/ns/other.yaml", "a: [1]");
        write("fabric/agents/greeter.json", "{\"hello\": true}");
        Fabric fabric = LocalStore.of(workspace, false).open(call(null)).fabric();
        assertThat(fabric.skills()
                        .invoke(Invocation.of("word-count", "request").payload(Map.of("text", "x")), Object.class)
                        .payload())
                .isEqualTo(Map.of("words", 6));
        assertThat(fabric.skills()
                        .invoke(Invocation.of("ns/other", "request"), Object.class)
                        .payload())
                .isEqualTo(Map.of("a", List.of(1)));
        assertThat(fabric.agents()
                        .invoke(Invocation.of("greeter", "hi"), Object.class)
                        .payload())
                .isEqualTo(Map.of("hello", true));
    }

    @Test
    void whatIsWrittenIsSharedByCallsAndTheFilesStayAsTheyAre() throws IOException {
        write("fabric/content/a", "old");
        LocalStore store = LocalStore.of(workspace, false);
        store.open(call("s")).fabric().content().upload("a", ContentBody.of("new"));
        assertThat(store.open(call("s")).fabric().content().download("a").text(10))
                .isEqualTo("new");
        assertThat(workspace.resolve("fabric/content/a")).hasContent("old");
    }

    @Test
    void whatIsWrittenIsKeptWhereThatIsAskedFor() throws IOException {
        write("experiments/e/exp/experiment.yaml", "name: exp\ntitle: from the workspace");
        write("experiments/e/exp/runs/r0/run.yaml", "runId: r0\nendTime: 1");
        write("experiments/e/exp/runs/r0/artifacts/model.bin", "zero");
        write("fabric/content/gone", "x");
        Fabric before = LocalStore.of(workspace, true).open(call("s 1")).fabric();
        before.session().put("n", List.of(1, 2));
        before.sessions().start(new Sessions.Start("a/b", null, null, Map.of("k", "v")));
        before.content().upload("reports/a b.csv", ContentBody.of("1,2"));
        before.content().delete("gone");
        before.secrets().save("key", "value");
        before.connections().save(ConnectionDefinition.of("db", "mongo", Map.of("uri", "#SECURE.key")));
        before.models().save(Map.of("name", "ns/m", "title", "t"));
        try (Run run = before.experiments().get("exp").startRun("r1")) {
            run.param("depth", 3);
            run.upload("model", ContentBody.of("one"));
        }
        before.experiments().save(Map.of("name", "other"));
        before.experiments().get("exp").startRun("r2").close();
        before.experiments().get("exp").deleteRun("r2");

        Fabric after = LocalStore.of(workspace, true).open(call("s 1")).fabric();
        assertThat(after.session().state()).isEqualTo(Map.of("n", List.of(1, 2)));
        assertThat(after.sessions().of("a/b").state()).isEqualTo(Map.of("k", "v"));
        assertThat(after.content().download("reports/a b.csv").text(10)).isEqualTo("1,2");
        assertThat(after.content().exists("gone")).isFalse();
        assertThat(after.connections().get("db").text("uri")).isEqualTo("value");
        assertThat(after.models().get("ns/m").title()).isEqualTo("t");
        assertThat(after.experiments().list()).contains("exp", "other");
        assertThat(after.experiments().get("exp").lastRun().id()).isEqualTo("r1");
        assertThat(after.experiments().get("exp").run("r1").params()).containsEntry("depth", 3);
        assertThat(after.experiments().get("exp").run("r1").artifact("model").text(10))
                .isEqualTo("one");
        assertThat(after.experiments().get("exp").run("r0").artifact("model").text(10))
                .isEqualTo("zero");
        assertThat(after.experiments().get("exp").runs(Experiment.RunQuery.ALL)).hasSize(2);
        assertThat(workspace.resolve("experiments/e/exp/experiment.yaml"))
                .hasContent("name: exp\ntitle: from the workspace");
        // and again, over the files that it wrote itself
        after.experiments().get("exp").run("r1").metric("auc", 0.9);
        Fabric last = LocalStore.of(workspace, true).open(call("s 1")).fabric();
        assertThat(last.experiments().get("exp").run("r1").artifact("model").text(10))
                .isEqualTo("one");
        assertThat(last.experiments().get("exp").run("r1").metrics()).containsEntry("auc", 0.9);
    }

    @Test
    void nothingIsKeptOutsideOfItsFolder() throws IOException {
        write("fabric/secrets.json", "{}");
        Fabric fabric = LocalStore.of(workspace, true).open(call("s")).fabric();
        fabric.raw().send("POST", "projects/{p}/content/{key}", Map.of(), Object.class, "p", "../../outside");
        try (Stream<Path> files = Files.walk(workspace)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactly("secrets.json");
        }
    }

    @Test
    void callsWithoutASessionDoNotShareOne() {
        LocalStore store = LocalStore.of(workspace, false);
        store.open(call(null)).fabric().session().put("a", 1);
        assertThat(store.open(call(null)).fabric().session().state()).isEmpty();
        store.open(call("mine")).fabric().session().put("a", 1);
        assertThat(store.open(call("mine")).fabric().session().state()).containsKey("a");
    }

    @Test
    void aFileThatCannotBeReadIsLeftOut() throws IOException {
        write("fabric/secrets.json", "{\"a\": ");
        write("models/m/bad.yaml", "name: [");
        write("models/m/good.yaml", "name: good");
        write("models/m/nameless.yaml", "title: x");
        Fabric fabric = LocalStore.of(workspace, false).open(call(null)).fabric();
        assertThat(fabric.secrets().find("a")).isEmpty();
        assertThat(fabric.models().list())
                .singleElement()
                .satisfies(m -> assertThat(m.name()).isEqualTo("good"));
    }

    @Test
    void secretsMayComeFromTheEnvironment() {
        ProjectData project = ProjectData.empty("p", Clock.systemUTC());
        new WorkspaceFiles(workspace, Map.of("FABRIC_SECRET_DB_PASSWORD", "x", "FABRIC_SECRET_", "y", "OTHER", "z"))
                .fill(project);
        assertThat(project.secrets())
                .containsOnlyKeys("DB_PASSWORD", "db_password", "db-password")
                .containsValue(JsonDocument.of("x"));
    }

    @Test
    void anEmptyFolderIsAnEmptyPlatform() {
        Fabric fabric = LocalStore.of(workspace, false).open(call(null)).fabric();
        assertThat(fabric.projectId()).isEqualTo("local");
        assertThat(fabric.content().list("")).isEmpty();
    }

    private static FabricCall call(String session) {
        return new FabricCall(null, null, null, session, null, null, Map.of());
    }

    private void write(String path, String text) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
