package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the properties of a definition. */
public final class PropertyChecks {

    private static final List<String> TYPES = List.of("String", "Number", "Boolean", "Enum");

    /** What real definitions have besides, of parameters. */
    private static final List<String> TAKEN = List.of("Integer", "Object", "Array", "Secret", "Password", "Any");

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private final SkillDefinition definition;

    private final FindingCollector findings;

    PropertyChecks(SkillDefinition definition, FindingCollector findings) {
        this.definition = definition;
        this.findings = findings;
    }

    void run() {
        Set<String> seen = new HashSet<>();
        NamedParts names = NamedParts.of(definition.properties(), Property::name);
        SecretChecks secrets = new SecretChecks(findings);
        for (int i = 0; i < definition.properties().size(); i++) {
            Property property = definition.properties().get(i);
            String part = "properties[" + i + "]";
            String name = property.name();
            if (name == null) {
                findings.add(Rule.NAME_MISSING, part + ".name", "The property has no name; give one.");
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
            } else if (name.startsWith("headers.") && !isHeader(name.substring("headers.".length()))) {
                findings.add(
                        Rule.HEADER_NAME,
                        part + ".name",
                        "'" + name.substring("headers.".length())
                                + "' is not a valid name of a header; use letters, digits and -.");
            }
            String qualifier = property.qualifiedBy();
            if (qualifier != null && names.isComplete() && !names.mayHave(qualifier)) {
                findings.add(
                        Rule.PROPERTY_QUALIFIED_BY,
                        part + ".qualifiedBy",
                        "There is no property '" + qualifier + "'; "
                                + Nearest.hint(qualifier, names.names(), "remove it."));
            }
            checkType(part, property);
            checkDefault(part, property);
            secrets.check(part, property);
        }
    }

    private static boolean isHeader(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
    }

    private void checkType(String part, Property property) {
        String type = property.type();
        if (type != null && !isType(type)) {
            findings.add(
                    Rule.PROPERTY_TYPE,
                    part + ".type",
                    "There is no type '" + type + "'; " + Nearest.hint(type, TYPES, ""));
        }
        if ("Enum".equalsIgnoreCase(type) && property.validValues().isEmpty()) {
            findings.add(
                    Rule.PROPERTY_VALUES_MISSING,
                    part + ".validValues",
                    "The property '" + property.name() + "' is an Enum without validValues; list them.");
        }
        if (Set.copyOf(property.validValues()).size() < property.validValues().size()) {
            findings.add(
                    Rule.PROPERTY_VALUES_TWICE,
                    part + ".validValues",
                    "A value of '" + property.name() + "' is there twice; remove one.");
        }
    }

    private void checkDefault(String part, Property property) {
        String type = property.type() == null ? "" : property.type();
        Object value = "daemon.port".equals(property.name()) ? null : property.defaultValue(); // checked as a port
        if (value == null || value.equals("") || isReference(value)) {
            return;
        }
        if (!property.validValues().isEmpty() && !isOneOf(property.validValues(), value)) {
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
        return SecretChecks.isMeant(text) || text.startsWith("${") || NameChecks.isPlaceholder(text);
    }

    /** Whether a type is one that the platform knows, or that real definitions have besides. */
    public static boolean isType(String type) {
        return TYPES.stream().anyMatch(type::equalsIgnoreCase) || TAKEN.stream().anyMatch(type::equalsIgnoreCase);
    }

    /** Whether a value is of a property's type, or one of its values. */
    public static boolean fits(Property property, Object value) {
        return isReference(value)
                || (property.validValues().isEmpty()
                        ? fits(property.type() == null ? "" : property.type(), value)
                        : isOneOf(property.validValues(), value));
    }

    /** Whether a value is among those that are listed: a number in whatever way it is written, {@code 0.5} or {@code 0.50}. */
    private static boolean isOneOf(List<String> valid, Object value) {
        String text = value.toString();
        return valid.contains(text)
                || (value instanceof Number
                        && isNumber(text)
                        && valid.stream()
                                .anyMatch(one ->
                                        isNumber(one) && new BigDecimal(one).compareTo(new BigDecimal(text)) == 0));
    }

    private static boolean fits(String type, Object value) {
        if (type.equalsIgnoreCase("Boolean")) {
            return value.toString().equalsIgnoreCase("true") || value.toString().equalsIgnoreCase("false");
        }
        if (type.equalsIgnoreCase("Number") || type.equalsIgnoreCase("Integer")) {
            return isNumber(value.toString());
        }
        return true;
    }

    /** Whether JSON has it as a number: Java's own reading takes {@code 5d} and {@code 0x1p3} too. */
    private static boolean isNumber(String text) {
        return text.length() < 100
                && NUMBER.matcher(text.strip()).matches()
                && Double.isFinite(Double.parseDouble(text.strip()));
    }
}
