package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Experiments;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Experiments over the wire. */
record PlatformExperiments(ProjectCalls calls) implements Experiments {

    @Override
    public Experiment get(String name) {
        Objects.requireNonNull(name, "name");
        return new PlatformExperiment(calls, name);
    }

    @Override
    public Optional<Experiment> find(String name) {
        Objects.requireNonNull(name, "name");
        PlatformExperiment experiment = new PlatformExperiment(calls, name);
        return calls.find(PlatformRequest.of("GET", experiment.url(""), experiment.words()))
                .map(found -> experiment);
    }

    @Override
    public List<String> list() {
        return calls
                .json(PlatformRequest.of("GET", calls.url("experiments"), calls.words("experiments")))
                .get("experiments")
                .elements()
                .stream()
                .map(document -> document.get("name").text())
                .toList();
    }

    @Override
    public Experiment save(Object document) {
        Objects.requireNonNull(document, "document");
        JsonDocument json = JsonDocument.of(document);
        String name = json.get("name").text();
        if (name.isEmpty()) {
            throw new FabricException(Reason.INVALID, 0, calls.words("experiments"), "the document has no name");
        }
        PlatformExperiment experiment = new PlatformExperiment(calls, name);
        calls.json(PlatformRequest.of("POST", calls.url("experiments"), experiment.words())
                .with(ProjectCalls.body(json))
                .repeatable(true));
        return experiment;
    }

    @Override
    public boolean delete(String name) {
        Objects.requireNonNull(name, "name");
        PlatformExperiment experiment = new PlatformExperiment(calls, name);
        return calls.delete(PlatformRequest.of("DELETE", experiment.url(""), experiment.words()));
    }
}
