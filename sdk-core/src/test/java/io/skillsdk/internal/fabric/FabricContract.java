package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.skillsdk.Secret;
import io.skillsdk.fabric.Activations.Activation;
import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.ContentItem;
import io.skillsdk.fabric.Documents.Document;
import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Experiment.RunQuery;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Invocations.Answer;
import io.skillsdk.fabric.Run;
import io.skillsdk.fabric.Session;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.Filling;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every platform does, whatever is behind the client. */
abstract class FabricContract {

    record Cart(List<String> items, int total) {}

    record Line(int n, String text) {}

    final TestClock clock = new TestClock();

    abstract Fabric fabric();

    abstract StandInPlatform platform();

    // sessions

    @Test
    void aSessionValueComesBackAsItWas() {
        Session session = fabric().session();
        session.put("cart", new Cart(List.of("a", "b"), 7));
        assertThat(session.get("cart", Cart.class)).contains(new Cart(List.of("a", "b"), 7));
    }

    @Test
    void aSecondWriteLeavesOtherKeysAsTheyAre() {
        Session session = fabric().session();
        session.put("x", 1);
        session.put("y", "two");
        session.putAll(Map.of("z", true, "x", 3));
        assertThat(session.state()).containsOnly(entry("x", 3), entry("y", "two"), entry("z", true));
    }

    @Test
    void aSessionThatThereIsNotReadsAsEmpty() {
        Session session = fabric().sessions().of("nobody");
        assertThat(session.state()).isEmpty();
        assertThat(session.get("x", String.class)).isEmpty();
        assertThat(session.delete()).isFalse();
    }

    @Test
    void aNullLooksLikeNothing() {
        Session session = fabric().session();
        session.put("x", null);
        assertThat(session.get("x", String.class)).isEmpty();
        assertThat(session.state()).containsEntry("x", null);
    }

    @Test
    void keysMayHaveAnyCharacters() {
        Session session = fabric().sessions().of("a/b c?d#e");
        session.put("a&b=c/d é", "v");
        assertThat(session.get("a&b=c/d é", String.class)).contains("v");
        assertThat(fabric().sessions().of("a").state()).isEmpty();
        assertThat(session.delete()).isTrue();
    }

    @Test
    void aSessionEndsAfterItsTimeAndEachWriteRenewsIt() {
        Session session = fabric().sessions().start(Duration.ofSeconds(60));
        session.put("x", 1);
        clock.advance(Duration.ofSeconds(50));
        session.put("y", 2);
        clock.advance(Duration.ofSeconds(50));
        assertThat(session.state()).containsOnlyKeys("x", "y");
        clock.advance(Duration.ofSeconds(10));
        assertThat(session.state()).isEmpty();
    }

    @Test
    void aSessionStartsWithIdStateAndDescription() {
        Session session = fabric().sessions()
                .start(new Sessions.Start("s1", Duration.ofMinutes(5), "a \"cart\"", Map.of("n", 1)));
        assertThat(session.id()).isEqualTo("s1");
        assertThat(session.get("n", Integer.class)).contains(1);
        assertThat(fabric().sessions().list(10))
                .contains(new Sessions.Summary("s1", Duration.ofMinutes(5), "a \"cart\""));
    }

    @Test
    void stateIsReadAsAnObject() {
        Session session = fabric().session();
        session.putAll(new Cart(List.of("a"), 1));
        assertThat(session.state(Cart.class)).isEqualTo(new Cart(List.of("a"), 1));
    }

    @Test
    void anEmptyWriteIsInvalid() {
        assertReason(Reason.INVALID, () -> fabric().session().putAll(Map.of()));
        assertReason(Reason.INVALID, () -> fabric().session().putAll("text"));
        assertReason(Reason.INVALID, () -> fabric().session().put("sess.ttl", 1));
    }

    @Test
    void aWriteOfMoreThanTheLimitIsTooLarge() {
        assertReason(Reason.TOO_LARGE, () -> fabric().session().put("x", "a".repeat(600_000)));
    }

    @Test
    void aValueThatDoesNotFitIsNamedAndNotShown() {
        fabric().session().put("n", "s3cr3t-value");
        assertThatThrownBy(() -> fabric().session().get("n", Integer.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("'n'")
                .hasMessageNotContaining("s3cr3t-value");
    }

    // secrets and connections

    @Test
    void aSecretIsReadAndNotShown() {
        fabric().secrets().save("db", "s3cr3t");
        Secret secret = fabric().secrets().get("db");
        assertThat(secret.reveal()).isEqualTo("s3cr3t");
        assertThat(secret).hasToString("***");
        assertThat(fabric().secrets().find("none")).isEmpty();
        assertReason(Reason.NOT_FOUND, () -> fabric().secrets().get("none"));
        assertThat(fabric().secrets().delete("db")).isTrue();
        assertThat(fabric().secrets().delete("db")).isFalse();
    }

    @Test
    void aSecretMayBeAnObject() {
        fabric().secrets().save("key", Map.of("type", "service_account"));
        assertThat(fabric().secrets().get("key", Object.class)).isEqualTo(Map.of("type", "service_account"));
    }

    @Test
    void severalSecretsComeAtOnceAndAllThatAreMissingAreNamed() {
        fabric().secrets().save("a", 1);
        fabric().secrets().save("b/c", "x");
        assertThat(fabric().secrets().getAll("b/c", "a")).containsOnlyKeys("b/c", "a");
        assertThatThrownBy(() -> fabric().secrets().getAll("a", "no1", "no2"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("no1, no2");
    }

    @Test
    void aConnectionComesWithItsSecrets() {
        fabric().secrets().save("pw", "s3cr3t");
        fabric().connections()
                .save(ConnectionDefinition.of(
                        "orders",
                        "jdbc_generic",
                        Map.of("uri", "jdbc:h2:mem:x", "username", "sa", "password", "#SECURE.pw")));
        ConnectionDefinition found = fabric().connections().get("orders");
        assertThat(found.jdbc().url()).isEqualTo("jdbc:h2:mem:x");
        assertThat(found.jdbc().properties()).containsOnly(entry("user", "sa"), entry("password", "s3cr3t"));
        assertThat(found.toString()).doesNotContain("s3cr3t").contains("password");
        assertThat(fabric().connections().list())
                .singleElement()
                .satisfies(listed -> assertThat(listed.text("password")).isEqualTo("#SECURE.pw"));
        assertThat(fabric().connections().delete("orders")).isTrue();
        assertThat(fabric().connections().find("orders")).isEmpty();
    }

    @Test
    void aConnectionOfCdataComesWithThePlatformsLicence() {
        fabric().connections()
                .save(ConnectionDefinition.of(
                        "cdata",
                        "jdbc_cdata",
                        Map.of(
                                "classname",
                                "cdata.jdbc.googlebigquery.GoogleBigQueryDriver",
                                "plugin_properties",
                                "{\"ProjectId\":\"x\"}")));
        assertThat(fabric().connections().get("cdata").jdbc().properties()).isEqualTo(Map.of("ProjectId", "x"));
        fabric().project("shared").secrets().save("cdata-oem-key", "licence-1");
        assertThat(fabric().connections().get("cdata").jdbc().properties())
                .isEqualTo(Map.of("ProjectId", "x", "OEMKey", "licence-1"));
        assertThat(fabric().connections().get("cdata").toString()).doesNotContain("licence-1");
    }

    @Test
    void aMissingSecretOfAConnectionIsNamed() {
        fabric().connections().save(ConnectionDefinition.of("m", "mongo", Map.of("uri", "${secure.mongo-uri}")));
        assertThatThrownBy(() -> fabric().connections().get("m"))
                .isInstanceOf(FabricException.class)
                .satisfies(e -> assertThat(((FabricException) e).reason()).isEqualTo(Reason.NOT_FOUND));
    }

    // content

    @Test
    void contentGoesUpAndComesDown() {
        ContentItem item = fabric().content()
                .upload("reports/a b.csv", ContentBody.of("1,2").as("text/csv"));
        assertThat(item.key()).isEqualTo("reports/a b.csv");
        assertThat(item.size()).isEqualTo(3);
        try (Download download = fabric().content().download("/reports/a b.csv")) {
            assertThat(download.contentType()).isEqualTo("text/csv");
            assertThat(download.length()).isEqualTo(3);
            assertThat(download.etag()).isPresent();
            assertThat(download.text(100)).isEqualTo("1,2");
        }
    }

    @Test
    void keysAreNamesAndNotPathsOfTheApi() {
        List<String> keys = List.of(
                "a?b", "a#b", "a%20b", "a b", "a+b", "a&b=c", "ü/é", "*'()!", "a;b", "x/y.z", "~tilde", "a\"b<c>");
        keys.forEach(key -> fabric().content().upload(key, ContentBody.of(key)));
        keys.forEach(
                key -> assertThat(fabric().content().download(key).text(100)).isEqualTo(key));
        assertThat(fabric().content().list("").map(ContentItem::key)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void keysThatLeadElsewhereAreRefusedWithoutAsking() {
        int before = platform().faults().asked().size();
        for (String key : List.of("..", "../models/m", "a/../b", "a/./b", "", "/", "a//b", "a/", "a\nb", "a\u0000")) {
            assertReason(Reason.INVALID, () -> fabric().content().download(key));
            assertReason(Reason.INVALID, () -> fabric().content().delete(key));
            assertReason(Reason.INVALID, () -> fabric().content().upload(key, ContentBody.of("x")));
        }
        assertThat(platform().faults().asked()).hasSize(before);
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(fabric().content().exists("no")).isFalse();
        assertThat(fabric().content().head("no")).isEmpty();
        assertThat(fabric().content().find("no")).isEmpty();
        assertThat(fabric().content().delete("no")).isFalse();
        assertReason(Reason.NOT_FOUND, () -> fabric().content().download("no"));
    }

    @Test
    void headTellsSizeTypeAndEtag() {
        fabric().content().upload("a.json", ContentBody.json(Map.of("n", 1)));
        ContentItem item = fabric().content().head("a.json").orElseThrow();
        assertThat(item.size()).isEqualTo(7);
        assertThat(item.contentType()).isEqualTo("application/json");
        assertThat(item.lastModified()).isPresent();
        String before = item.etag().orElseThrow();
        fabric().content().upload("a.json", ContentBody.json(Map.of("n", 2)));
        assertThat(fabric().content().head("a.json").orElseThrow().etag()).isNotEqualTo(Optional.of(before));
        assertThat(fabric().content().exists("a.json")).isTrue();
    }

    @Test
    void jsonLinesGoUpAndComeDown() {
        Stream<Line> lines = IntStream.range(0, 5000).mapToObj(n -> new Line(n, "ü".repeat(n % 7)));
        fabric().content().upload("lines.jsonl", ContentBody.jsonLines(lines));
        try (Download download = fabric().content().download("lines.jsonl")) {
            assertThat(download.lines(Line.class).mapToInt(Line::n).sum()).isEqualTo(5000 * 4999 / 2);
        }
    }

    @Test
    void streamsGoUpWithAndWithoutALength() {
        byte[] bytes = new byte[300_000];
        Arrays.fill(bytes, (byte) 7);
        fabric().content().upload("known", ContentBody.of(new ByteArrayInputStream(bytes), bytes.length));
        fabric().content().upload("unknown", ContentBody.of(new ByteArrayInputStream(bytes), -1));
        fabric().content().upload("again", ContentBody.of(() -> new ByteArrayInputStream(bytes)));
        fabric().content().upload("empty", ContentBody.of(new byte[0]));
        for (String key : List.of("known", "unknown", "again")) {
            assertThat(fabric().content().download(key).bytes(400_000)).isEqualTo(bytes);
        }
        assertThat(fabric().content().download("empty").bytes(10)).isEmpty();
    }

    @Test
    void aStreamThatIsShorterThanAnnouncedIsNoUpload() {
        assertThatThrownBy(() ->
                        fabric().content().upload("short", ContentBody.of(new ByteArrayInputStream(new byte[10]), 20)))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasRootCauseMessage("The body has only 10 bytes, and 20 were announced.");
    }

    @Test
    void aFolderGoesUpWithSlashes(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sub/deep"));
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve("sub/deep/b.txt"), "b");
        fabric().content().uploadAll(folder, "data");
        assertThat(fabric().content().list("data").map(ContentItem::key))
                .containsExactly("data/a.txt", "data/sub/deep/b.txt");
        Path copy = folder.resolve("copy.txt");
        fabric().content().download("data/sub/deep/b.txt").copyTo(copy);
        assertThat(copy).hasContent("b");
    }

    @Test
    void aLongListComesInPages() {
        IntStream.range(0, 2500)
                .forEach(n -> platform()
                        .project(fabric().projectId())
                        .content()
                        .put(
                                String.format("n/%05d", n),
                                io.skillsdk.internal.fabric.standin.Blob.of(new byte[0], "", clock.instant())));
        assertThat(fabric().content().list("n/").limit(10)).hasSize(10);
        assertThat(platform().faults().asked())
                .filteredOn(call -> call.equals("GET content"))
                .hasSize(1);
        assertThat(fabric().content().list("n/").map(ContentItem::key).distinct())
                .hasSize(2500);
    }

    @Test
    void aListHasOnlyWhatBeginsSo() {
        fabric().content().upload("a/1", ContentBody.of("x"));
        fabric().content().upload("b/1", ContentBody.of("x"));
        assertThat(fabric().content().list("a/").map(ContentItem::key)).containsExactly("a/1");
    }

    // experiments

    @Test
    void aRunKeepsWhatIsWrittenToIt() {
        Experiment experiment = fabric().experiments().save(Map.of("name", "credit", "title", "Credit"));
        String id;
        try (Run run = experiment.startRun()) {
            id = run.id();
            run.param("depth", 3);
            run.metric("f1/macro", 0.5);
            run.meta("who", Map.of("name", "me"));
            run.upload("model", ContentBody.of("bytes"));
        }
        Run read = experiment.run(id);
        assertThat(read.params()).containsExactly(entry("depth", 3));
        assertThat(read.metrics()).containsExactly(entry("f1/macro", 0.5));
        assertThat(read.meta()).containsKey("who");
        assertThat(read.artifacts()).containsExactly("model");
        assertThat(read.started()).isPresent();
        assertThat(read.ended()).isPresent();
        assertThat(read.artifact("model").text(100)).isEqualTo("bytes");
        assertThat(fabric().content()
                        .download("experiments/credit/" + id + "/artifacts/model")
                        .text(100))
                .isEqualTo("bytes");
        assertThat(experiment.document().title()).isEqualTo("Credit");
        assertThat(fabric().experiments().list()).containsExactly("credit");
    }

    @Test
    void theLastRunIsTheOneThatEndedLast() {
        Experiment experiment = fabric().experiments().save(Map.of("name", "e"));
        assertThat(experiment.findLastRun()).isEmpty();
        assertReason(Reason.NOT_FOUND, experiment::lastRun);
        experiment.startRun("never-stopped");
        clock.advance(Duration.ofSeconds(1));
        experiment.startRun("also-never-stopped");
        assertThat(experiment.lastRun().id()).isEqualTo("also-never-stopped");
        end("never-stopped", 100);
        experiment.startRun("later");
        end("later", 200);
        clock.advance(Duration.ofSeconds(1));
        experiment.startRun("still-running");
        assertThat(experiment.lastRun().id()).isEqualTo("later");
        assertThat(experiment.runOrLast(Optional.of("still-running")).id()).isEqualTo("still-running");
        assertThat(experiment.runOrLast(Optional.empty()).id()).isEqualTo("later");
    }

    private void end(String run, long seconds) {
        fabric().raw()
                .send(
                        "PUT",
                        "projects/{p}/experiments/e/runs/{r}",
                        Map.of("endTime", seconds),
                        Object.class,
                        fabric().projectId(),
                        run);
    }

    @Test
    void runsAreFoundAndSorted() {
        Experiment experiment = fabric().experiments().save(Map.of("name", "e"));
        IntStream.range(0, 230)
                .forEach(n ->
                        new Filling(platform().project(fabric().projectId())).run("e", "r" + n, Map.of("endTime", n)));
        assertThat(experiment.runs(RunQuery.ALL.sortedBy("endTime", -1)).map(Run::id))
                .hasSize(230)
                .startsWith("r229", "r228");
        assertThat(experiment
                        .runs(RunQuery.ALL.where("endTime", Map.of("$lt", 3)).sortedBy("endTime", 1))
                        .map(Run::id))
                .containsExactly("r0", "r1", "r2");
        assertThat(experiment.runs(RunQuery.ALL.limit(5))).hasSize(5);
    }

    @Test
    void whatAnExperimentDoesNotHaveIsNotFound() {
        assertThat(fabric().experiments().find("none")).isEmpty();
        assertReason(Reason.NOT_FOUND, () -> fabric().experiments().get("none").lastRun());
        Experiment experiment = fabric().experiments().save(Map.of("name", "e"));
        assertReason(Reason.NOT_FOUND, () -> experiment.run("none"));
        assertReason(Reason.NOT_FOUND, () -> experiment.startRun("r").artifact("none"));
        assertThat(experiment.deleteRun("r")).isTrue();
        assertThat(experiment.deleteRun("r")).isFalse();
        assertThat(fabric().experiments().delete("e")).isTrue();
        assertThat(fabric().experiments().delete("e")).isFalse();
    }

    // models, types, calls

    @Test
    void modelsAndTypesAreDocuments() {
        fabric().models().save(Map.of("name", "ns/m", "title", "M", "status", "trained"));
        Document model = fabric().models().get("ns/m");
        assertThat(model.title()).isEqualTo("M");
        assertThat(model.fields()).containsEntry("status", "trained");
        assertThat(fabric().models().list()).extracting(Document::name).containsExactly("ns/m");
        fabric().types().save(Map.of("name", "T", "parameters", List.of()));
        assertThat(fabric().types().find("T")).isPresent();
        assertThat(fabric().types().find("U")).isEmpty();
        assertThat(fabric().models().delete("ns/m")).isTrue();
        assertThat(fabric().models().delete("ns/m")).isFalse();
    }

    @Test
    void aSkillAnswersAtOnceOrLater() {
        platform().project(fabric().projectId()).skills().put("ns/count", payload -> Map.of("got", payload));
        Answer<Object> now =
                fabric().skills().invoke(Invocation.of("ns/count", "in put").payload(Map.of("n", 1)), Object.class);
        assertThat(now.payload()).isEqualTo(Map.of("got", Map.of("n", 1)));
        String id = fabric().skills().start(Invocation.of("ns/count", "input").payload(Map.of("n", 2)));
        assertThat(fabric().activations().await(id, Object.class).payload()).isEqualTo(Map.of("got", Map.of("n", 2)));
        Activation activation = fabric().activations().get(id);
        assertThat(activation.status()).isEqualTo("COMPLETE");
        assertThat(activation.hasEnded()).isTrue();
        fabric().activations().cancel(id);
        assertThat(fabric().activations().list(Map.of(), 10))
                .extracting(Activation::id)
                .contains(id);
    }

    @Test
    void aSkillThatFailsOrIsNotThereIsAnException() {
        platform().project(fabric().projectId()).agents().put("bad", payload -> {
            throw new IllegalArgumentException("no such row");
        });
        assertThatThrownBy(() -> fabric().agents().invoke(Invocation.of("bad", "s"), Object.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("no such row");
        String id = fabric().agents().start(Invocation.of("bad", "s"));
        assertThatThrownBy(() -> fabric().activations().await(id, Object.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("ERROR");
        assertReason(Reason.NOT_FOUND, () -> fabric().skills().invoke(Invocation.of("none", "i"), Object.class));
    }

    @Test
    void graphqlGivesDataAndItsErrorsAreErrors() {
        platform()
                .graphql(request -> request.get("query").text().contains("bad")
                        ? JsonDocument.of(Map.of("errors", List.of(Map.of("message", "no such field"))))
                        : JsonDocument.of(Map.of("data", Map.of("echo", request.get("variables")))));
        assertThat(fabric().graphql("{ q }", Map.of("a", 1), Object.class)).isEqualTo(Map.of("echo", Map.of("a", 1)));
        assertThatThrownBy(() -> fabric().graphql("{ bad }", Map.of(), Object.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("no such field");
    }

    @Test
    void anotherProjectHasItsOwnThings() {
        fabric().content().upload("a", ContentBody.of("mine"));
        Fabric shared = fabric().project("shared/ü");
        assertThat(shared.content().exists("a")).isFalse();
        shared.content().upload("a", ContentBody.of("theirs"));
        assertThat(fabric().content().download("a").text(10)).isEqualTo("mine");
        assertReason(Reason.INVALID, () -> fabric().project(".."));
    }

    @Test
    void everyOtherCallGoesThroughRaw() {
        fabric().models().save(Map.of("name", "a/b"));
        assertThat(fabric().raw().get("/projects/{p}/models/{m}", Object.class, fabric().projectId(), "a/b"))
                .isEqualTo(Map.of("name", "a/b"));
        assertThatThrownBy(() -> fabric().raw().get("projects/{p}/models/{m}", Object.class, "p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 names");
        assertThatThrownBy(() -> fabric().raw().get("projects/../x", Object.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertReason(Reason.INVALID, () -> fabric().raw().get("projects/{p}/x", Object.class, ".."));
    }

    static void assertReason(Reason reason, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** The same bytes as text. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
