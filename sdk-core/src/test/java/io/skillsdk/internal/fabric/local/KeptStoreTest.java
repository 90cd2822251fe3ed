package io.skillsdk.internal.fabric.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Secret;
import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Run;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.internal.fabric.call.FabricCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store keeps is there in the next one, whatever it is called. */
class KeptStoreTest {

    @TempDir
    private Path workspace;

    private Fabric open() {
        return LocalStore.of(workspace, true)
                .open(new FabricCall(null, null, null, null, null, null, Map.of()))
                .fabric();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder("n");
        random.ints(1 + random.nextInt(6), 0, 14)
                .forEach(c -> name.append("aé %+.~-_#?&=😀"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toArray(String[]::new)[c]));
        return name.toString();
    }

    @Test
    void whatIsWrittenIsThereAfterARestart() throws IOException {
        Files.createDirectories(workspace.resolve("fabric"));
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            String name = name(random);
            Fabric before = open();
            before.sessions().start(new Sessions.Start(name, null, null, Map.of("a", name)));
            before.secrets().save(name, "secret " + name);
            before.connections().save(ConnectionDefinition.of(name, "mongo", Map.of("uri", name)));
            before.models().save(Map.of("name", name, "title", name));
            before.types().save(Map.of("name", name, "title", name));
            before.content().upload("folder/" + name, ContentBody.of(name));
            Fabric after = open();
            assertThat(after.sessions().of(name).get("a", String.class))
                    .as("seed %d", seed)
                    .contains(name);
            assertThat(after.secrets().find(name).map(Secret::reveal))
                    .as("seed %d", seed)
                    .contains("secret " + name);
            assertThat(after.connections().get(name).text("uri"))
                    .as("seed %d", seed)
                    .isEqualTo(name);
            assertThat(after.models().get(name).title()).as("seed %d", seed).isEqualTo(name);
            assertThat(after.types().get(name).title()).as("seed %d", seed).isEqualTo(name);
            assertThat(after.content().download("folder/" + name).text(100))
                    .as("seed %d", seed)
                    .isEqualTo(name);
        }
    }

    @Test
    void runsAndArtifactsOfWhateverNameAreThereAfterARestart() throws IOException {
        Files.createDirectories(workspace.resolve("fabric"));
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            String experiment = name(random);
            String artifact = name(random) + (random.nextBoolean() ? "/" + name(random) : "");
            Experiment made = open().experiments().save(Map.of("name", experiment));
            String id;
            try (Run run = made.startRun()) {
                id = run.id();
                run.param("depth", seed);
                run.metric("auc", 0.5);
                run.upload(artifact, ContentBody.of("bytes of " + artifact));
            }
            Run kept = open().experiments().get(experiment).run(id);
            assertThat(kept.params()).as("seed %d", seed).containsEntry("depth", (int) seed);
            assertThat(kept.ended()).as("seed %d", seed).isPresent();
            assertThat(kept.artifact(artifact).text(100)).as("seed %d", seed).isEqualTo("bytes of " + artifact);
        }
    }

    @Test
    void whatIsDeletedIsGoneAfterARestartAndNothingElse() throws IOException {
        Files.createDirectories(workspace.resolve("fabric"));
        Fabric fabric = open();
        Map<String, Boolean> there = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            String name = "k" + i;
            fabric.secrets().save(name, "s");
            fabric.models().save(Map.of("name", name));
            fabric.content().upload(name, ContentBody.of("c"));
            boolean kept = random.nextBoolean();
            there.put(name, kept);
            if (!kept) {
                assertThat(fabric.secrets().delete(name)).isTrue();
                assertThat(fabric.models().delete(name)).isTrue();
                assertThat(fabric.content().delete(name)).isTrue();
            }
        }
        Fabric after = open();
        there.forEach((name, kept) -> {
            assertThat(after.secrets().find(name).isPresent()).as(name).isEqualTo(kept);
            assertThat(after.models().find(name).isPresent()).as(name).isEqualTo(kept);
            assertThat(after.content().exists(name)).as(name).isEqualTo(kept);
        });
    }

    @Test
    void aSessionFileWithAStrayPercentIsASessionToo() throws IOException {
        Path file = workspace.resolve("fabric/sessions/50%.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"a\": 1}");
        assertThat(open().sessions().of("50%").get("a", Integer.class)).contains(1);
    }

    @Test
    void onlyWholeFilesAreLeft() throws IOException {
        Files.createDirectories(workspace.resolve("fabric"));
        Fabric fabric = open();
        fabric.content().upload("a/b/c.txt", ContentBody.of("x"));
        fabric.sessions().of("s").put("a", 1);
        try (Stream<Path> files = Files.walk(workspace)) {
            Set<String> names = new HashSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            names.add(workspace.relativize(file).toString().replace('\\', '/')));
            assertThat(names).isEqualTo(new HashSet<>(List.of("fabric/content/a/b/c.txt", "fabric/sessions/s.json")));
        }
    }

    @Test
    void contentIsThereAfterARestartHoweverDeepItLies() throws IOException {
        Files.createDirectories(workspace.resolve("fabric"));
        for (int depth = 1; depth <= 30; depth++) {
            String key = "d/".repeat(depth - 1) + "file" + depth;
            open().content().upload(key, ContentBody.of("deep"));
            assertThat(open().content().exists(key)).as("%d segments", depth).isTrue();
        }
        assertThat(open().content().list("").count()).isEqualTo(30);
    }

    @Test
    void aFileOfSecretsThatCannotBeReadIsNotWrittenOver() throws IOException {
        Path secrets = workspace.resolve("fabric/secrets.json");
        Files.createDirectories(secrets.getParent());
        for (String broken : List.of("{\"pw\": \"x\",}", "{\"pw\": ", "[\"pw\"]", "pw: x")) {
            Files.writeString(secrets, broken);
            open().secrets().save("new", "v");
            assertThat(secrets).hasContent(broken);
        }
        Files.writeString(secrets, "");
        open().secrets().save("new", "v");
        assertThat(open().secrets().get("new").reveal()).isEqualTo("v");
    }
}
