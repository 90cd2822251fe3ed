package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Checks the properties by which the gateway calls an external API: {@code url} and {@code method}. */
final class ExternalApiChecks {

    private final SkillDefinition definition;

    private final FindingCollector findings;

    ExternalApiChecks(SkillDefinition definition, FindingCollector findings) {
        this.definition = definition;
        this.findings = findings;
    }

    void run() {
        boolean external = definition.inputs().stream()
                .flatMap(input -> SkillRouting.legs(input).stream())
                .anyMatch(leg -> RoutingTarget.EXTERNAL_API.equals(leg.target().runtime()));
        if (!external) {
            return;
        }
        PropertyDefaults defaults = new PropertyDefaults(definition);
        NamedParts names = NamedParts.of(definition.properties(), Property::name);
        if (names.isComplete() && !names.names().contains("url")) {
            String nearest = Nearest.to("url", names.names());
            findings.add(
                    Rule.EXTERNAL_API,
                    nearest == null ? "properties" : part(nearest),
                    "The property url is missing, and the gateway refuses to call an external API without it; "
                            + (nearest == null
                                    ? "declare it."
                                    : "did you mean '" + nearest + "' to be it? Fix the name."));
        }
        String url = Objects.toString(defaults.value("url"), "");
        if (!url.isEmpty()
                && !url.matches("(?i)https?://\\S{1,2000}")
                && !SecretChecks.isMeant(url)
                && !NameChecks.isPlaceholder(url)) {
            findings.add(
                    Rule.EXTERNAL_API,
                    defaults.part("url"),
                    "'" + url + "' is not a valid URL; write it with http:// or https://.");
        }
        String method = Objects.toString(defaults.value("method"), "");
        if (!method.isEmpty()
                && !EndpointChecks.METHODS.contains(method.toUpperCase(Locale.ROOT))
                && !NameChecks.isPlaceholder(method)) {
            findings.add(
                    Rule.EXTERNAL_API,
                    defaults.part("method"),
                    "'" + method + "' is not an HTTP method; "
                            + Nearest.hint(method, List.copyOf(EndpointChecks.METHODS), ""));
        }
    }

    private String part(String name) {
        for (int i = 0; i < definition.properties().size(); i++) {
            if (name.equals(definition.properties().get(i).name())) {
                return "properties[" + i + "].name";
            }
        }
        return "properties";
    }
}
