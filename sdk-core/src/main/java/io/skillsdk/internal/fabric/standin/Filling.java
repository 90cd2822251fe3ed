package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts things into a project of the stand-in beside its calls. */
public final class Filling {

    private final ProjectData project;

    /** Fills a project. */
    public Filling(ProjectData project) {
        this.project = project;
    }

    /** Makes an experiment where there is none. */
    public ExperimentData experiment(String name) {
        return project.experiments()
                .computeIfAbsent(name, key -> ExperimentData.of(JsonDocument.of(Map.of("name", name))));
    }

    /** Makes a run, or takes the one that there is. */
    public Map<String, @Nullable Object> run(
            String experiment, String id, Map<String, ? extends @Nullable Object> fields) {
        return experiment(experiment).runs().computeIfAbsent(id, key -> {
            Map<String, @Nullable Object> run = new LinkedHashMap<>();
            run.put("params", Map.of());
            run.put("metrics", Map.of());
            run.put("meta", Map.of());
            run.put("artifacts", Map.of());
            run.put("_projectId", project.id());
            run.put("_createdAt", project.clock().instant().toString());
            run.put("_updatedAt", project.clock().instant().toString());
            run.putAll(fields);
            run.put("runId", id);
            run.put("experimentName", experiment);
            return run;
        });
    }

    /** Puts an artifact into a run that there is. */
    public void artifact(String experiment, Map<String, @Nullable Object> run, String name, Blob blob) {
        String key = "experiments/" + experiment + "/" + run.get("runId") + "/artifacts/" + name;
        project.content().put(key, blob);
        ExperimentRoutes.put(run, "artifacts", name, key);
    }

    /** Puts a document under its name. */
    public static void document(Map<String, JsonDocument> documents, JsonDocument document) {
        String name = document.get("name").text();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The document has no name.");
        }
        documents.put(name, document);
    }
}
