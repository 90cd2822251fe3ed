package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Activations;
import io.skillsdk.fabric.Connections;
import io.skillsdk.fabric.Content;
import io.skillsdk.fabric.Documents;
import io.skillsdk.fabric.Experiments;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocations;
import io.skillsdk.fabric.RawCalls;
import io.skillsdk.fabric.Secrets;
import io.skillsdk.fabric.Session;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The platform over the wire. */
record PlatformFabric(ProjectCalls calls, @Nullable String sessionId) implements Fabric {

    @Override
    public String projectId() {
        return calls.project();
    }

    @Override
    public Fabric project(String projectId) {
        Objects.requireNonNull(projectId, "projectId");
        UrlText.segment(projectId, "project '" + projectId + "'");
        return new PlatformFabric(calls.project(projectId), sessionId);
    }

    @Override
    public Session session() {
        if (sessionId == null) {
            throw new IllegalStateException("This call has no session. Start one with sessions().start(…).");
        }
        return sessions().of(sessionId);
    }

    @Override
    public Sessions sessions() {
        return new PlatformSessions(calls);
    }

    @Override
    public Secrets secrets() {
        return new PlatformSecrets(calls);
    }

    @Override
    public Connections connections() {
        return new PlatformConnections(calls);
    }

    @Override
    public Content content() {
        return new PlatformContent(calls);
    }

    @Override
    public Experiments experiments() {
        return new PlatformExperiments(calls);
    }

    @Override
    public Documents models() {
        return new PlatformDocuments(calls, "models", "model", false);
    }

    @Override
    public Documents types() {
        return new PlatformDocuments(calls, "types", "type", true);
    }

    @Override
    public Invocations skills() {
        return new PlatformInvocations(calls, "skill", "inputs");
    }

    @Override
    public Invocations agents() {
        return new PlatformInvocations(calls, "agent", "services");
    }

    @Override
    public Activations activations() {
        return new PlatformActivations(calls);
    }

    @Override
    public <T> T graphql(String query, Map<String, ? extends @Nullable Object> variables, Class<T> type) {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(type, "type");
        NullArguments.refuseNamesIn(variables, "variables");
        JsonDocument answer = calls.anyJson(PlatformRequest.of("POST", calls.api("graphql"), "GraphQL")
                .with(ProjectCalls.body(Map.of("query", query, "variables", variables))));
        String errors = answer.get("errors").elements().stream()
                .map(error -> error.get("message").text())
                .collect(Collectors.joining("; "));
        if (!answer.get("errors").elements().isEmpty()) {
            throw new FabricException(Reason.INVALID, 200, "GraphQL", errors);
        }
        return answer.get("data").as(type, "the data of GraphQL");
    }

    @Override
    public RawCalls raw() {
        return new PlatformRawCalls(calls);
    }

    @Override
    public String toString() {
        return "Fabric[" + calls.project() + "]";
    }
}
