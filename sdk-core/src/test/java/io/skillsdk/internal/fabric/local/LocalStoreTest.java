package io.skillsdk.internal.fabric.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Run;
import io.skillsdk.internal.fabric.FabricCall;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.ProjectData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
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
        Fabric fabric = LocalStore.of(workspace).open(call("s1")).fabric();
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
        Fabric fabric = LocalStore.of(workspace.resolve("skills/s/actions/s"))
                .open(call(null))
                .fabric();
        assertThat(fabric.secrets().get("a").reveal()).isEqualTo("b");
    }

    @Test
    void whatIsWrittenIsSharedByCallsAndTheFilesStayAsTheyAre() throws IOException {
        write("fabric/content/a", "old");
        LocalStore store = LocalStore.of(workspace);
        store.open(call("s")).fabric().content().upload("a", io.skillsdk.fabric.ContentBody.of("new"));
        assertThat(store.open(call("s")).fabric().content().download("a").text(10))
                .isEqualTo("new");
        assertThat(workspace.resolve("fabric/content/a")).hasContent("old");
    }

    @Test
    void callsWithoutASessionDoNotShareOne() {
        LocalStore store = LocalStore.of(workspace);
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
        Fabric fabric = LocalStore.of(workspace).open(call(null)).fabric();
        assertThat(fabric.secrets().find("a")).isEmpty();
        assertThat(fabric.models().list())
                .singleElement()
                .satisfies(m -> assertThat(m.name()).isEqualTo("good"));
    }

    @Test
    void secretsMayComeFromTheEnvironment() {
        ProjectData project = ProjectData.empty(Clock.systemUTC());
        new WorkspaceFiles(workspace, Map.of("FABRIC_SECRET_DB_PASSWORD", "x", "FABRIC_SECRET_", "y", "OTHER", "z"))
                .fill(project);
        assertThat(project.secrets())
                .containsOnlyKeys("DB_PASSWORD", "db_password", "db-password")
                .containsValue(JsonDocument.of("x"));
    }

    @Test
    void anEmptyFolderIsAnEmptyPlatform() {
        Fabric fabric = LocalStore.of(workspace).open(call(null)).fabric();
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
