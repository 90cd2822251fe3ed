package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.Connections;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Connections over the wire. The connections service fills in secrets; where it is not known, that is done here. */
record PlatformConnections(ProjectCalls calls) implements Connections {

    @Override
    public ConnectionDefinition get(String name) {
        Objects.requireNonNull(name, "name");
        return find(name)
                .orElseThrow(() -> new FabricException(
                        Reason.NOT_FOUND, 404, words(name), "save it with: cortex connections save <file>"));
    }

    @Override
    public Optional<ConnectionDefinition> find(String name) {
        Objects.requireNonNull(name, "name");
        String segment = UrlText.segment(name, words(name));
        return definition(segment, words(name))
                .filter(JsonDocument::isObject)
                .map(definition -> SecretReferences.fill(definition, new PlatformSecrets(calls)::values))
                .map(definition -> CdataLicence.add(definition, calls))
                .map(ConnectionDefinition::of);
    }

    /** Filled in by the service where that is known, and else with its references to secrets. */
    private Optional<JsonDocument> definition(String segment, String what) {
        String service = calls.scope().endpoints().connections();
        String plain = calls.url("connections/" + segment);
        if (service == null) {
            return read(plain, what);
        }
        try {
            return read(service + "/internal/projects/" + calls.segment() + "/connections/" + segment, what);
        } catch (FabricException e) {
            // a secret is missing (the vendor's local stand-in): filling it in here names that
            if (e.status() != 400 || calls.scope().endpoints().accounts() == null) {
                throw e;
            }
            return read(plain, what);
        }
    }

    private Optional<JsonDocument> read(String url, String what) {
        return calls.find(PlatformRequest.of("GET", url, what).withSecrets());
    }

    @Override
    public List<ConnectionDefinition> list() {
        PlatformRequest request = PlatformRequest.of("GET", calls.url("connections"), calls.words("connections"))
                .withSecrets();
        return calls.json(request).get("connections").elements().stream()
                .map(ConnectionDefinition::of)
                .toList();
    }

    @Override
    public void save(ConnectionDefinition connection) {
        Objects.requireNonNull(connection, "connection");
        calls.json(PlatformRequest.of("POST", calls.url("connections"), words(connection.name()))
                .with(ProjectCalls.body(connection.definition()))
                .repeatable(true)
                .withSecrets());
    }

    @Override
    public boolean delete(String name) {
        Objects.requireNonNull(name, "name");
        String url = calls.url("connections/" + UrlText.segment(name, words(name)));
        return calls.delete(PlatformRequest.of("DELETE", url, words(name)));
    }

    private String words(String name) {
        return calls.words("connection", name);
    }
}
