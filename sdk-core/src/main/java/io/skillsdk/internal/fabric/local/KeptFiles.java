package io.skillsdk.internal.fabric.local;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.Blob;
import io.skillsdk.internal.fabric.standin.ExperimentData;
import io.skillsdk.internal.fabric.standin.ProjectData;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes parts of a project into the folder {@code fabric}, as {@link WorkspaceFiles} reads them; what the project does not have any
 * more is deleted there. Files elsewhere in the workspace are never touched. The time to live of a session is not kept.
 */
final class KeptFiles {

    private final Path fabric;

    private final ProjectData project;

    KeptFiles(Path fabric, ProjectData project) {
        this.fabric = fabric;
        this.project = project;
    }

    void content(String key) throws IOException {
        write(fabric.resolve("content"), key, project.content().get(key));
    }

    void session(String id) throws IOException {
        Map<String, JsonDocument> state = project.sessions().read(id);
        write(fabric.resolve("sessions"), nameOf(id, "session"), state.isEmpty() ? null : JsonDocument.of(state));
    }

    /** Only this one: others may come from the environment. */
    void secret(String name) throws IOException {
        Path file = fabric.resolve("secrets.json");
        Map<String, JsonDocument> secrets = new LinkedHashMap<>();
        if (Files.exists(file)) {
            secrets.putAll(readSecrets(file).members());
        }
        JsonDocument value = project.secrets().get(name);
        if (value == null) {
            secrets.remove(name);
        } else {
            secrets.put(name, value);
        }
        write(fabric, "secrets.json", JsonDocument.of(secrets));
    }

    /** What cannot be read may be somebody's work, and is not written over. */
    private static JsonDocument readSecrets(Path file) throws IOException {
        byte[] text = Files.readAllBytes(file);
        JsonDocument secrets = JsonDocument.tryRead(text);
        if (text.length > 0 && (secrets == null || !secrets.isObject())) {
            throw new IOException(file + " is not a JSON object");
        }
        return secrets == null ? JsonDocument.ABSENT : secrets;
    }

    void connection(String name) throws IOException {
        write(
                fabric.resolve("connections"),
                nameOf(name, "connection"),
                project.connections().get(name));
    }

    void model(String name) throws IOException {
        write(fabric.resolve("models"), nameOf(name, "model"), project.models().get(name));
    }

    /** All of them: one call may save several. */
    void types() throws IOException {
        write(
                fabric.resolve("types"),
                "types.json",
                JsonDocument.of(Map.of("types", List.copyOf(project.types().values()))));
    }

    /** With its runs and their artifacts. */
    void experiment(String name) throws IOException {
        Path folder = fabric.resolve("experiments").resolve(UrlText.segment(name, "experiment"));
        ExperimentData experiment = project.experiments().get(name);
        if (experiment == null) {
            delete(folder);
            return;
        }
        write(folder, "experiment.json", experiment.document());
        Path runs = folder.resolve("runs");
        Set<Path> kept = new HashSet<>();
        for (Map<String, @Nullable Object> run : experiment.copyOfRuns()) {
            String id = String.valueOf(run.get("runId"));
            Path place = runs.resolve(UrlText.segment(id, "run"));
            kept.add(place);
            write(place, "run.json", JsonDocument.of(run));
            artifacts(place.resolve("artifacts"), "experiments/" + name + "/" + id + "/artifacts/");
        }
        for (Path run : folders(runs)) {
            if (!kept.contains(run)) {
                delete(run);
            }
        }
    }

    private void artifacts(Path folder, String prefix) throws IOException {
        for (Map.Entry<String, Blob> artifact :
                project.content().tailMap(prefix).entrySet()) {
            if (!artifact.getKey().startsWith(prefix)) {
                return;
            }
            write(folder, artifact.getKey().substring(prefix.length()), artifact.getValue());
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static String nameOf(String name, String what) {
        return UrlText.segment(name, what) + ".json";
    }

    private static void write(Path folder, String name, @Nullable JsonDocument document) throws IOException {
        Blob blob = document == null ? null : Blob.of(document.bytes(), "application/json", Instant.EPOCH);
        write(folder, name, blob);
    }

    /** The file appears whole, or not at all. */
    private static void write(Path folder, String name, @Nullable Blob blob) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("A name leads out of the folder");
        }
        if (blob == null) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), ".", ".part");
        try (InputStream bytes = blob.open()) {
            Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
