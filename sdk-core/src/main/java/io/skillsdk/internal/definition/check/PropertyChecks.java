package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Nearest;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks the properties of a definition. */
final class PropertyChecks {

    private static final List<String> TYPES = List.of("String", "Number", "Boolean", "Enum");

    private static final String SECRET = "#SECURE.";

    private final SkillDefinition definition;

    private final FindingCollector findings;

    PropertyChecks(SkillDefinition definition, FindingCollector findings) {
        this.definition = definition;
        this.findings = findings;
    }

    void run() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < definition.properties().size(); i++) {
            Property property = definition.properties().get(i);
            String part = "properties[" + i + "]";
            String name = property.name();
            if (name == null) {
                findings.add(Rule.NAME_MISSING, part, "The property has no name; give one.");
                continue;
            }
            if (!seen.add(name)) {
                findings.add(
                        Rule.PROPERTY_TWICE, part + ".name", "The property '" + name + "' is there twice; remove one.");
            }
            if (name.startsWith("headers.") && name.indexOf('.', "headers.".length()) > 0) {
                findings.add(
                        Rule.HEADER_NAME,
                        part + ".name",
                        "'" + name + "' is sent as the header '"
                                + name.substring("headers.".length(), name.indexOf('.', "headers.".length()))
                                + "'; use a header's name without a dot.");
            }
            checkType(part, property);
            checkSecret(part, property);
        }
    }

    private void checkType(String part, Property property) {
        String type = property.type() == null ? "" : property.type();
        String near = type.isEmpty() ? null : Nearest.to(type, TYPES);
        if (near != null && !near.equalsIgnoreCase(type)) {
            findings.add(
                    Rule.PROPERTY_TYPE,
                    part + ".type",
                    "There is no type '" + type + "'; did you mean '" + near + "'? Fix the name.");
        }
        if (type.equalsIgnoreCase("Enum") && property.validValues().isEmpty()) {
            findings.add(
                    Rule.PROPERTY_VALUES_MISSING,
                    part,
                    "The property '" + property.name() + "' is an Enum without validValues; list them.");
        }
        Object value = property.defaultValue();
        if (value == null || value.equals("") || isReference(value)) {
            return;
        }
        if (!property.validValues().isEmpty() && !property.validValues().contains(value.toString())) {
            findings.add(
                    Rule.PROPERTY_DEFAULT,
                    part + ".defaultValue",
                    "The default of '" + property.name() + "' is not one of its validValues; "
                            + Nearest.hint(value.toString(), property.validValues(), ""));
        } else if (!fits(type, value)) {
            findings.add(
                    Rule.PROPERTY_DEFAULT,
                    part + ".defaultValue",
                    "The default of '" + property.name() + "' is not a " + type.toLowerCase(Locale.ROOT)
                            + "; change it, or the type.");
        }
    }

    private static boolean isReference(Object value) {
        String text = value.toString();
        return text.startsWith(SECRET) || text.startsWith("${") || text.contains("{{");
    }

    private static boolean fits(String type, Object value) {
        if (type.equalsIgnoreCase("Boolean")) {
            return value.toString().equalsIgnoreCase("true") || value.toString().equalsIgnoreCase("false");
        }
        if (type.equalsIgnoreCase("Number") || type.equalsIgnoreCase("Integer")) {
            return value instanceof Number || isNumber(value.toString());
        }
        return true;
    }

    private static boolean isNumber(String text) {
        try {
            return text.length() < 100 && Double.isFinite(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void checkSecret(String part, Property property) {
        String value =
                property.defaultValue() == null ? "" : property.defaultValue().toString();
        boolean secure = Boolean.TRUE.equals(property.secure());
        boolean whole = value.startsWith(SECRET) || (value.startsWith("${secure.") && value.endsWith("}"));
        if (whole && !secure) {
            findings.add(
                    Rule.SECURE_MISSING,
                    part + ".defaultValue",
                    "The default of '" + property.name() + "' refers to a secret, but the property is not secure;"
                            + " add 'secure: true'.");
        } else if (!whole && value.contains(SECRET)) {
            findings.add(
                    Rule.SECURE_PARTIAL,
                    part + ".defaultValue",
                    "The default of '" + property.name() + "' has a secret within other text, which is not resolved;"
                            + " make the secret the whole value.");
        } else if (secure && !whole && !value.isEmpty()) {
            findings.add(
                    Rule.SECURE_DEFAULT,
                    part + ".defaultValue",
                    "The property '" + property.name()
                            + "' is secure, but has a plain default; refer to a secret: '#SECURE.<key>'.");
        }
    }
}
