package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.definition.model.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a mapping of a definition may have. Others are their author's own, unless they resemble one of these.
 *
 * @param keys the keys
 * @param otherwise words of other formats, and of older versions of this one, with the keys that they stand for
 */
record KnownKeys(List<String> keys, Map<String, String> otherwise) {

    static final KnownKeys SKILL = of(
            "camel",
            "name",
            "title",
            "description",
            "tags",
            "inputs",
            "outputs",
            "properties",
            "actions",
            "models",
            "datasets");

    static final KnownKeys TAG = of("label", "value");

    static final KnownKeys INPUT = of("name", "title", "description", "parameters", "routing");

    static final KnownKeys OUTPUT = of("name", "title", "description", "parameters");

    static final KnownKeys PARAMETER =
            of("name", "type", "title", "description", "format", "required", Parameter.REF, Parameter.VALID_VALUES);

    static final KnownKeys REFERENCE = of(Parameter.REF);

    static final KnownKeys ROUTING = of("all", "property", "field", "rules", "default");

    static final KnownKeys TARGET = of("action", "runtime", "output");

    static final KnownKeys RULE = of("match", "action", "runtime", "output");

    static final KnownKeys PROPERTY = new KnownKeys(
            List.of(
                    "name",
                    "title",
                    "description",
                    "required",
                    "type",
                    "defaultValue",
                    "value",
                    "validValues",
                    "secure",
                    "qualifiedBy"),
            Map.of("default", "defaultValue", "values", "validValues", "enum", "validValues"));

    static final KnownKeys ACTION = new KnownKeys(
            List.of(
                    "name",
                    "type",
                    "image",
                    "command",
                    "port",
                    "scaleCount",
                    "environmentVariables",
                    "podSpec",
                    "k8sResources",
                    "jobTimeout",
                    "description"),
            Map.of("actionType", "type", "docker", "image", "img", "image", "env", "environmentVariables"));

    static final KnownKeys TYPE = of("camel", "name", "title", "description", "parameters");

    private static KnownKeys of(String... keys) {
        return new KnownKeys(List.of(keys), Map.of());
    }

    /** The key that is meant by one that is not known; null where it resembles none that is absent. */
    @Nullable String meant(String key, Map<String, ?> present) {
        if (keys.contains(key)) {
            return null;
        }
        List<String> absent =
                keys.stream().filter(known -> !present.containsKey(known)).toList();
        String word = otherwise.get(key);
        return word != null && absent.contains(word) ? word : Nearest.to(key, absent);
    }
}
