package io.skillsdk.internal.fabric.local;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.Blob;
import io.skillsdk.internal.fabric.standin.ExperimentData;
import io.skillsdk.internal.fabric.standin.Filling;
import io.skillsdk.internal.fabric.standin.ProjectData;
import io.skillsdk.internal.text.PercentEncoding;
import io.skillsdk.internal.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files of a workspace into a project: {@code models/} and {@code types/}, {@code experiments/} with their runs and artifacts
 * in the layout of the vendor's templates, and in {@code fabric/} the {@code secrets.json}, {@code connections/}, {@code content/},
 * {@code sessions/}, and in {@code skills/} and {@code agents/} what those answer that are called. A file that cannot be read is named in the log and left out.
 */
final class WorkspaceFiles {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceFiles.class);

    private static final String SECRET = "FABRIC_SECRET_";

    private final Path root;

    private final Map<String, String> environment;

    WorkspaceFiles(Path root) {
        this(root, System.getenv());
    }

    WorkspaceFiles(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    void fill(ProjectData project) {
        documents(root.resolve("models"), "models", project.models());
        documents(root.resolve("types"), "types", project.types());
        experiments(root.resolve("experiments"), project);
        // what was kept comes last, and so takes precedence
        Path fabric = root.resolve("fabric");
        documents(fabric.resolve("models"), "models", project.models());
        documents(fabric.resolve("types"), "types", project.types());
        experiments(fabric.resolve("experiments"), project);
        secrets(project, fabric.resolve("secrets.json"));
        documents(fabric.resolve("connections"), "connections", project.connections());
        content(project, fabric.resolve("content"));
        sessions(project, fabric.resolve("sessions"));
        answers(fabric.resolve("skills"), project.skills());
        answers(fabric.resolve("agents"), project.agents());
    }

    /** {@code skills/NAME.json} is the payload that the skill answers, whatever it is sent. */
    private static void answers(Path folder, Map<String, UnaryOperator<Object>> members) {
        for (Path file : files(folder)) {
            if (isDocument(file)) {
                reading(file, () -> {
                    Object payload = read(file).map();
                    members.put(stem(keyOf(folder, file)), sent -> payload);
                });
            }
        }
    }

    private static void documents(Path folder, String list, Map<String, JsonDocument> documents) {
        files(folder).stream()
                .filter(WorkspaceFiles::isDocument)
                .forEach(file -> reading(file, () -> {
                    JsonDocument document = read(file);
                    List<JsonDocument> several = document.get(list).elements();
                    (several.isEmpty() ? List.of(document) : several).forEach(one -> Filling.document(documents, one));
                }));
    }

    private static void experiments(Path folder, ProjectData project) {
        files(folder).stream()
                .filter(file -> isNamed(file, "experiment"))
                .forEach(file -> reading(file, () -> experiment(project, file)));
    }

    private static void experiment(ProjectData project, Path file) throws IOException {
        JsonDocument document = read(file);
        Path folder = parent(file);
        String name = document.get("name").isAbsent()
                ? nameOf(folder)
                : document.get("name").text();
        project.experiments()
                .compute(name, (key, old) -> old == null ? ExperimentData.of(document) : old.with(document));
        for (Path run : files(folder.resolve("runs"))) {
            if (isNamed(run, "run")) {
                reading(run, () -> run(project, name, run));
            }
        }
    }

    private static void run(ProjectData project, String experiment, Path file) throws IOException {
        JsonDocument document = read(file);
        Path folder = parent(file);
        String id = document.get("runId").isAbsent()
                ? nameOf(folder)
                : document.get("runId").text();
        Filling filling = new Filling(project);
        Map<String, @Nullable Object> run = filling.run(experiment, id, document.map());
        Path artifacts = folder.resolve("artifacts");
        for (Path artifact : files(artifacts)) {
            Blob blob = Blob.of(artifact, MediaTypes.of(artifact));
            filling.artifact(experiment, run, keyOf(artifacts, artifact), blob);
            // model.onnx is the artifact 'model' as well: a file needs an ending, an artifact has none; nor has it
            // folders
            for (String name : List.of(nameOf(artifact), stem(nameOf(artifact)))) {
                if (!name.isEmpty() && !project.content().containsKey(keyOf(experiment, id, name))) {
                    filling.artifact(experiment, run, name, blob);
                }
            }
        }
    }

    private static String keyOf(String experiment, String run, String artifact) {
        return "experiments/" + experiment + "/" + run + "/artifacts/" + artifact;
    }

    /** The vendor's form of a local stand-in: names to values. */
    private void secrets(ProjectData project, Path file) {
        if (Files.isRegularFile(file)) {
            reading(file, () -> project.secrets().putAll(read(file).members()));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(SECRET) && name.length() > SECRET.length()) {
                String secret = name.substring(SECRET.length());
                project.secrets().put(secret, JsonDocument.of(value));
                // a variable has no dashes and no small letters
                project.secrets().putIfAbsent(secret.toLowerCase(Locale.ROOT), JsonDocument.of(value));
                project.secrets()
                        .putIfAbsent(secret.toLowerCase(Locale.ROOT).replace('_', '-'), JsonDocument.of(value));
            }
        });
    }

    private static void content(ProjectData project, Path folder) {
        for (Path file : files(folder)) {
            reading(file, () -> project.content().put(keyOf(folder, file), Blob.of(file, MediaTypes.of(file))));
        }
    }

    private static void sessions(ProjectData project, Path folder) {
        for (Path file : files(folder)) {
            if (isDocument(file)) {
                reading(file, () -> {
                    String id = PercentEncoding.decode(stem(nameOf(file)));
                    project.sessions().write(id, read(file).members());
                });
            }
        }
    }

    /** YAML, of which JSON is a part; but the definition's reader of YAML has a limit that JSON need not have. */
    private static JsonDocument read(Path file) throws IOException {
        if (nameOf(file).endsWith(".json")) {
            JsonDocument json = JsonDocument.tryRead(Files.readAllBytes(file));
            if (json == null || !json.isObject()) {
                throw new IllegalArgumentException("It is not a JSON object.");
            }
            return json;
        }
        return JsonDocument.of(
                YamlReader.read(nameOf(file), YamlReader.readText(file)).plain());
    }

    private static boolean isDocument(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static boolean isNamed(Path file, String name) {
        return isDocument(file) && stem(nameOf(file)).equals(name);
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.[^.]+$", "");
    }

    private static String keyOf(Path folder, Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !nameOf(file).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is left out", folder, e);
            return List.of();
        }
    }

    private interface Reading {
        void read() throws IOException;
    }

    /** Without the exception's text, which may quote a secret. */
    private static void reading(Path file, Reading reading) {
        try {
            reading.read();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read and is left out: {}", file, e.getClass().getSimpleName());
        }
    }
}
