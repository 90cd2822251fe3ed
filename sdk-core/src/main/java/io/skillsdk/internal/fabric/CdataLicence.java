package io.skillsdk.internal.fabric;

import io.skillsdk.Secret;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The licence of CData's drivers: their property {@code OEMKey} is a secret of the project {@code shared} (the platform's own plug-in
 * for CData adds it in the same way).
 */
final class CdataLicence {

    private static final String TYPE = "jdbc_cdata";

    private static final String PROPERTIES = "plugin_properties";

    private static final String KEY = "OEMKey";

    private static final String SECRET = "cdata-oem-key";

    private static final String SHARED = "shared";

    private CdataLicence() {}

    /** The definition with the licence among the driver's properties, where it has none and the platform gives one out. */
    static JsonDocument add(JsonDocument definition, ProjectCalls calls) {
        if (!definition.get("connectionType").text().equalsIgnoreCase(TYPE)) {
            return definition;
        }
        List<Map<String, JsonDocument>> params = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (JsonDocument param : definition.get("params").elements()) {
            if (param.get("name").text().equals(PROPERTIES)) {
                JsonDocument read =
                        JsonDocument.tryRead(param.get("value").text().getBytes(StandardCharsets.UTF_8));
                if (read == null || !read.isObject()) {
                    return definition;
                }
                properties.putAll(read.members());
            } else {
                params.add(param.members());
            }
        }
        Optional<Secret> licence = properties.containsKey(KEY) ? Optional.empty() : licence(calls);
        if (licence.isEmpty()) {
            return definition;
        }
        properties.put(KEY, licence.get().reveal());
        String text = new String(JsonDocument.of(properties).bytes(), StandardCharsets.UTF_8);
        params.add(Map.of("name", JsonDocument.of(PROPERTIES), "value", JsonDocument.of(text)));
        Map<String, Object> whole = new LinkedHashMap<>(definition.members());
        whole.put("params", params);
        return JsonDocument.of(whole);
    }

    /** None is no failure: a driver may have a licence of its own. */
    private static Optional<Secret> licence(ProjectCalls calls) {
        if (calls.scope().endpoints().accounts() == null) {
            return Optional.empty();
        }
        try {
            return new PlatformSecrets(calls.project(SHARED)).find(SECRET);
        } catch (FabricException e) {
            if (e.reason() == Reason.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
