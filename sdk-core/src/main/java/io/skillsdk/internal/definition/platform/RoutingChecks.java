package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingRule;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks how the inputs of a definition choose where they lead, by the platform's rules. */
final class RoutingChecks {

    private final SkillDefinition definition;

    private final TargetChecks targets;

    private final FindingCollector findings;

    RoutingChecks(SkillDefinition definition, TargetChecks targets, FindingCollector findings) {
        this.definition = definition;
        this.targets = targets;
        this.findings = findings;
    }

    void run() {
        for (int i = 0; i < definition.inputs().size(); i++) {
            check("inputs[" + i + "]", definition.inputs().get(i));
        }
    }

    private void check(String part, Input input) {
        Routing routing = input.routing();
        if (routing == null) {
            findings.add(
                    Rule.ROUTING_MISSING,
                    part + ".routing",
                    "The input leads nowhere; add routing with an action and an output.");
            return;
        }
        if (routing.sendsAll()) {
            checkShadowed(part + ".routing", routing);
        } else if (!checkRules(part + ".routing", routing)) {
            return;
        }
        SkillRouting.legs(input).forEach(leg -> targets.check(part + "." + leg.part(), leg.target()));
    }

    private void checkShadowed(String part, Routing routing) {
        String shadowed = routing.property() != null
                ? "property"
                : routing.field() != null ? "field" : !routing.rules().isEmpty() ? "rules" : null;
        if (shadowed != null) {
            findings.add(
                    Rule.ROUTING_SHADOWED,
                    part + "." + shadowed,
                    "The routing has all, so its " + shadowed + " never applies; remove one of them.");
        }
    }

    /** Checks routing by a value; false where it leads nowhere, so that no target counts. */
    private boolean checkRules(String part, Routing routing) {
        boolean defaults = routing.byDefault() != null && !routing.byDefault().isEmpty();
        if (!routing.chooses()) {
            boolean faulty = findings.isFaulty(part + ".property") || findings.isFaulty(part + ".field");
            if (!faulty && (!defaults || !routing.rules().isEmpty())) {
                findings.add(
                        Rule.ROUTING_MISSING,
                        findings.has(part + ".all") ? part + ".all" : part,
                        "The routing has neither all, nor a property or field; add one.");
            }
            return defaults;
        }
        if (routing.property() != null && routing.field() != null) {
            findings.add(
                    Rule.ROUTING_SHADOWED,
                    part + ".field",
                    "The routing has a property, so its field never applies; remove one of them.");
        }
        String name = routing.property();
        Property property = name == null || routing.field() != null ? null : property(part, name);
        if (routing.rules().isEmpty()) {
            findings.add(
                    Rule.ROUTING_RULES_MISSING, part + ".rules", "The routing has no rules; add them, or use all.");
        }
        if (!defaults) {
            findings.add(
                    Rule.ROUTING_DEFAULT_MISSING,
                    part + ".default",
                    "The routing has no default, so a value that no rule matches leads nowhere; add a default.");
        }
        Set<String> matches = new HashSet<>();
        for (int i = 0; i < routing.rules().size(); i++) {
            checkMatch(part + ".rules[" + i + "].match", routing.rules().get(i), property, matches);
        }
        return true;
    }

    private @Nullable Property property(String part, String name) {
        List<String> declared = definition.properties().stream()
                .map(Property::name)
                .filter(Objects::nonNull)
                .toList();
        Property property = definition.properties().stream()
                .filter(one -> name.equals(one.name()))
                .findFirst()
                .orElse(null);
        if (property == null && declared.size() == definition.properties().size()) {
            findings.add(
                    Rule.ROUTING_PROPERTY_UNKNOWN,
                    part + ".property",
                    "The routing depends on the property '" + name + "', which is not declared; "
                            + Nearest.hint(name, declared, "declare it."));
        }
        return property;
    }

    private void checkMatch(String part, RoutingRule rule, @Nullable Property property, Set<String> matches) {
        String match = rule.match();
        if (match == null || match.isEmpty()) {
            findings.add(Rule.RULE_MATCH_MISSING, part, "The rule has no match; add the value that it is for.");
        } else if (!matches.add(match.toLowerCase(Locale.ROOT))) {
            findings.add(
                    Rule.RULE_MATCH_TWICE,
                    part,
                    "The match '" + match + "' is there before, in whatever case; remove one.");
        } else if (property != null
                && !property.validValues().isEmpty()
                && (property.defaultValue() == null || PropertyChecks.fits(property, property.defaultValue()))
                && property.validValues().stream().noneMatch(match::equalsIgnoreCase)) {
            findings.add(
                    Rule.RULE_MATCH_UNKNOWN,
                    part,
                    "The match '" + match + "' is none of the validValues of '" + property.name() + "'; "
                            + Nearest.hint(match, property.validValues(), ""));
        }
    }
}
