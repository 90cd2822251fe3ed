package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Experiments, their runs, and the runs' artifacts. */
final class ExperimentRoutes implements Routes {

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        if (call.path().isEmpty()) {
            return experiments(project, call);
        }
        String name = call.segment(0);
        ExperimentData experiment = project.experiments().get(name);
        if (experiment == null) {
            throw new Refusal(404, "Experiment not found");
        }
        if (call.path().size() == 1) {
            return experiment(project, experiment, call);
        }
        if (!call.segment(1).equals("runs")) {
            throw new Refusal(404, "Not Found");
        }
        return switch (call.path().size()) {
            case 2 -> runs(project, experiment, call);
            case 3 -> run(project, experiment, call);
            case 5 -> part(project, experiment, call);
            default -> throw new Refusal(404, "Not Found");
        };
    }

    private static WireAnswer experiments(ProjectData project, StandInCall call) {
        if (call.method().equals("POST")) {
            JsonDocument document = call.object();
            String name = document.get("name").text();
            if (name.isEmpty()) {
                throw new Refusal(400, "\"name\" is required");
            }
            project.experiments()
                    .compute(name, (key, old) -> old == null ? ExperimentData.of(document) : old.with(document));
            return Reply.json(document);
        }
        requireMethod(call, "GET");
        return Reply.json(Map.of(
                "experiments",
                project.experiments().values().stream()
                        .map(ExperimentData::document)
                        .toList()));
    }

    private static WireAnswer experiment(ProjectData project, ExperimentData experiment, StandInCall call) {
        if (call.method().equals("DELETE")) {
            project.experiments().remove(call.segment(0));
            return Reply.success("Deleted");
        }
        requireMethod(call, "GET");
        return Reply.json(experiment.document());
    }

    private static WireAnswer runs(ProjectData project, ExperimentData experiment, StandInCall call) {
        return switch (call.method()) {
            case "GET" -> Reply.json(Map.of("runs", RunSearch.find(experiment, call)));
            case "POST" -> Reply.json(make(project, experiment, call.object(), call.segment(0)));
            case "DELETE" -> {
                if (call.query().get("filter") == null) {
                    throw new Refusal(400, "\"filter\" is required", "filter");
                }
                List<JsonDocument> found = RunSearch.matching(experiment, call).toList();
                found.forEach(run -> experiment.runs().remove(run.get("runId").text()));
                yield Reply.json(Map.of("message", found.size() + " runs deleted"));
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }

    private static Map<String, @Nullable Object> make(
            ProjectData project, ExperimentData experiment, JsonDocument body, String name) {
        String given = body.get("runId").text();
        String id = given.isEmpty() ? UUID.randomUUID().toString().substring(0, 8) : given;
        Map<String, @Nullable Object> run = new LinkedHashMap<>();
        run.put("params", Map.of());
        run.put("metrics", Map.of());
        run.put("meta", Map.of());
        run.put("artifacts", Map.of());
        run.putAll(body.map());
        run.put("runId", id);
        run.put("experimentName", name);
        run.put("_projectId", project.id());
        run.put("_createdAt", project.clock().instant().toString());
        touch(project, run);
        if (experiment.runs().putIfAbsent(id, run) != null) {
            throw new Refusal(409, "There is a run with this id");
        }
        return run;
    }

    private static WireAnswer run(ProjectData project, ExperimentData experiment, StandInCall call) {
        Map<String, @Nullable Object> run = find(experiment, call);
        return switch (call.method()) {
            case "GET" -> {
                synchronized (run) {
                    yield Reply.json(run);
                }
            }
            case "PUT", "POST" -> {
                synchronized (run) {
                    run.putAll(call.object().map());
                }
                touch(project, run);
                yield Reply.success("Updated");
            }
            case "DELETE" -> {
                experiment.runs().remove(call.segment(2));
                yield Reply.success("Deleted");
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }

    private static WireAnswer part(ProjectData project, ExperimentData experiment, StandInCall call) {
        Map<String, @Nullable Object> run = find(experiment, call);
        String kind = call.segment(3);
        String name = call.segment(4);
        if (kind.equals("artifacts")) {
            String key = "experiments/" + call.segment(0) + "/" + call.segment(2) + "/artifacts/" + name;
            if (call.method().equals("PUT")) {
                Blob blob =
                        Blob.of(call.body(), call.contentType(), project.clock().instant());
                project.content().put(key, blob);
                put(run, kind, name, key);
                touch(project, run);
                return Reply.json(Map.of("success", true));
            }
            requireMethod(call, "GET", "HEAD");
            Blob blob = project.content().get(key);
            if (blob == null) {
                throw new Refusal(404, "Artifact not found");
            }
            return Reply.blob(blob, call.method().equals("HEAD"));
        }
        if (!List.of("params", "metrics", "meta").contains(kind)
                || !call.method().equals("PUT")) {
            throw new Refusal(404, "Not Found");
        }
        put(run, kind, name, call.object().map().get("value"));
        touch(project, run);
        return Reply.json(Map.of("success", true));
    }

    private static void requireMethod(StandInCall call, String... methods) {
        if (!List.of(methods).contains(call.method())) {
            throw new Refusal(404, "Not Found");
        }
    }

    /** Notes that a run was written: the server sorts by that. */
    private static void touch(ProjectData project, Map<String, @Nullable Object> run) {
        synchronized (run) {
            run.put("_updatedAt", project.clock().instant().toString());
        }
    }

    /** Sets a member of one of a run's objects. */
    static void put(Map<String, @Nullable Object> run, String kind, String name, @Nullable Object value) {
        synchronized (run) {
            Map<Object, @Nullable Object> members = new LinkedHashMap<>();
            if (run.get(kind) instanceof Map<?, ?> old) {
                members.putAll(old);
            }
            members.put(name, value);
            run.put(kind, members);
        }
    }

    private static Map<String, @Nullable Object> find(ExperimentData experiment, StandInCall call) {
        Map<String, @Nullable Object> run = experiment.runs().get(call.segment(2));
        if (run == null) {
            throw new Refusal(404, "Run not found");
        }
        return run;
    }
}
