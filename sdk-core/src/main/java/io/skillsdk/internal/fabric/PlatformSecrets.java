package io.skillsdk.internal.fabric;

import io.skillsdk.Secret;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Secrets;
import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Secrets over the wire. The accounts service gives them out; writes go through the API. */
record PlatformSecrets(ProjectCalls calls) implements Secrets {

    @Override
    public Secret get(String name) {
        Objects.requireNonNull(name, "name");
        return secret(existing(name));
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        return existing(name).decoded().as(type, "the secret '" + name + "'");
    }

    private JsonDocument existing(String name) {
        return value(name)
                .orElseThrow(() -> new FabricException(
                        Reason.NOT_FOUND, 404, words(name), "save it with: cortex secrets save " + name));
    }

    @Override
    public Optional<Secret> find(String name) {
        Objects.requireNonNull(name, "name");
        return value(name).map(PlatformSecrets::secret);
    }

    private Optional<JsonDocument> value(String name) {
        String segment = UrlText.segment(name, words(name));
        return calls.find(PlatformRequest.of("GET", internal(segment), words(name))
                        .withSecrets())
                .map(answer -> answer.get("value"))
                .filter(value -> !value.isAbsent());
    }

    private static Secret secret(JsonDocument value) {
        return Secret.of(value.text());
    }

    @Override
    public Map<String, Secret> getAll(String... names) {
        NullArguments.refuseIn(names, "names");
        Map<String, Secret> secrets = new LinkedHashMap<>();
        values(new LinkedHashSet<>(List.of(names))).forEach((name, value) -> secrets.put(name, secret(value)));
        return secrets;
    }

    Map<String, JsonDocument> values(Set<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        String what = "secrets " + String.join(", ", names) + " of project '" + calls.project() + "'";
        String keys = names.stream().map(name -> key(name, what)).collect(Collectors.joining(","));
        JsonDocument found = calls.find(PlatformRequest.of("GET", internal("?keys=" + keys), what)
                        .withSecrets())
                .orElse(JsonDocument.ABSENT);
        Map<String, JsonDocument> values = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            JsonDocument value = found.get(name).get("value");
            if (value.isAbsent()) {
                missing.add(name);
            } else {
                values.put(name, value);
            }
        }
        if (!missing.isEmpty()) {
            throw new FabricException(Reason.NOT_FOUND, 404, what, "missing: " + String.join(", ", missing));
        }
        return values;
    }

    @Override
    public void save(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        calls.json(PlatformRequest.of("POST", url(name), words(name))
                .with(ProjectCalls.body(Map.of("value", value)))
                .repeatable(true)
                .withSecrets());
    }

    @Override
    public boolean delete(String name) {
        Objects.requireNonNull(name, "name");
        return calls.delete(PlatformRequest.of("DELETE", url(name), words(name)));
    }

    private static String key(String name, String what) {
        if (name.isEmpty() || name.indexOf(',') >= 0) {
            throw new FabricException(Reason.INVALID, 0, what, "a name must not be empty, and must have no comma");
        }
        return UrlText.query(name, what);
    }

    private String internal(String rest) {
        String accounts = calls.scope().endpoints().accounts();
        if (accounts == null) {
            throw ServiceUnknown.of(calls.words("secrets"), "accounts", "fabric.accounts-endpoint");
        }
        return accounts + "/internal/projects/" + calls.segment() + "/secrets/" + rest;
    }

    private String url(String name) {
        return calls.url("secrets/" + UrlText.segment(name, words(name)));
    }

    private String words(String name) {
        return calls.words("secret", name);
    }
}
