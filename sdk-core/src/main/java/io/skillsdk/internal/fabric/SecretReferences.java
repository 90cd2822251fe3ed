package io.skillsdk.internal.fabric;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** References to secrets in the parameters of a connection: {@code #SECURE.name}, or the older {@code ${secure.name}}. */
public final class SecretReferences {

    private static final Pattern REFERENCE = Pattern.compile("#SECURE\\.(.+)|\\$\\{secure\\.(.+)}");

    private SecretReferences() {}

    /**
     * The definition with secrets in place of references; as it is when it has none.
     *
     * @param secrets gives the values of some names, or throws when one is missing
     */
    public static JsonDocument fill(JsonDocument definition, Function<Set<String>, Map<String, JsonDocument>> secrets) {
        Set<String> names = new LinkedHashSet<>();
        List<JsonDocument> params = definition.get("params").elements();
        params.forEach(param -> {
            String name = name(param.get("value"));
            if (name != null) {
                names.add(name);
            }
        });
        if (names.isEmpty()) {
            return definition;
        }
        Map<String, JsonDocument> values = secrets.apply(names);
        List<Map<String, JsonDocument>> filled = new ArrayList<>();
        for (JsonDocument param : params) {
            Map<String, JsonDocument> members = new LinkedHashMap<>(param.members());
            String name = name(param.get("value"));
            JsonDocument secret = name == null ? null : values.get(name);
            if (secret != null) {
                members.put("value", secret);
            }
            filled.add(members);
        }
        Map<String, Object> whole = new LinkedHashMap<>(definition.members());
        whole.put("params", filled);
        return JsonDocument.of(whole);
    }

    static @Nullable String name(JsonDocument value) {
        if (!value.isText()) {
            return null;
        }
        Matcher reference = REFERENCE.matcher(value.text());
        if (!reference.matches()) {
            return null;
        }
        return reference.group(1) == null ? reference.group(2) : reference.group(1);
    }
}
