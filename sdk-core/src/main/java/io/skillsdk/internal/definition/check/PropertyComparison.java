package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.DeclaredProperty;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.platform.NamedParts;
import io.skillsdk.internal.definition.platform.PropertyChecks;
import io.skillsdk.internal.definition.platform.SecretChecks;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.routing.ActionCatalog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the properties of a definition against those that actions declare with {@code @SkillProperty}. */
final class PropertyComparison {

    private final SkillDefinition definition;

    private final ActionCatalog catalog;

    private final FindingCollector findings;

    PropertyComparison(SkillDefinition definition, ActionCatalog catalog, FindingCollector findings) {
        this.definition = definition;
        this.catalog = catalog;
        this.findings = findings;
    }

    void run() {
        for (DeclaredProperty wanted : catalog.properties()) {
            int at = index(wanted.name());
            if (at < 0
                    && !NamedParts.of(definition.properties(), Property::name).isComplete()) {
                continue; // it may be the one without a name
            }
            if (at < 0) {
                List<String> names = definition.properties().stream()
                        .map(Property::name)
                        .filter(Objects::nonNull)
                        .toList();
                String nearest = Nearest.to(wanted.name(), names);
                findings.add(
                        Rule.PROPERTY_UNDECLARED,
                        nearest == null ? "properties" : "properties[" + index(nearest) + "].name",
                        "The actions read the property '" + wanted.name() + "', which is not declared; "
                                + (nearest == null
                                        ? "declare it."
                                        : "did you mean '" + nearest + "' to be it? Fix the name."));
            } else {
                compare("properties[" + at + "]", definition.properties().get(at), wanted);
            }
        }
    }

    private int index(String name) {
        for (int i = 0; i < definition.properties().size(); i++) {
            if (name.equals(definition.properties().get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    private void compare(String part, Property declared, DeclaredProperty wanted) {
        if (declared.type() != null
                && PropertyChecks.isType(declared.type())
                && !declared.type().equalsIgnoreCase(wanted.type())) {
            differs(part + ".type", wanted, "the type " + declared.type(), wanted.type());
        }
        Object own = declared.defaultValue();
        if (Boolean.TRUE.equals(declared.secure()) != wanted.secure()) {
            if (own != null && SecretChecks.isMeant(own.toString())) {
                return; // found already
            }
            differs(
                    part + ".secure",
                    wanted,
                    wanted.secure() ? "not 'secure: true'" : "'secure: true'",
                    wanted.secure() ? "it is secure" : "it is not");
            return;
        }
        boolean listed = !declared.validValues().isEmpty() || !"Enum".equalsIgnoreCase(declared.type());
        boolean sound = own == null || PropertyChecks.fits(declared, own);
        if (!wanted.validValues().isEmpty()
                && listed
                && sound
                && !declared.validValues().containsAll(wanted.validValues())) {
            differs(
                    part + ".validValues",
                    wanted,
                    "the values " + String.join(", ", declared.validValues()),
                    String.join(", ", wanted.validValues()));
        }
        if (wanted.defaultValue() != null
                && sound
                && !(wanted.secure() && own != null && !SecretChecks.isMeant(own.toString()))
                && !same(declared.defaultValue(), wanted.defaultValue())) {
            differs(
                    part + ".defaultValue",
                    wanted,
                    "the default " + declared.defaultValue(),
                    wanted.defaultValue().toString());
        }
    }

    private void differs(String part, DeclaredProperty wanted, String found, String expected) {
        findings.add(
                Rule.PROPERTY_DIFFERS,
                part,
                "The property '" + wanted.name() + "' has " + found + ", but in the code " + expected
                        + "; make them the same.");
    }

    private static boolean same(@Nullable Object declared, Object wanted) {
        if (declared == null) {
            return false;
        }
        String one = declared.toString();
        if (wanted instanceof BigDecimal number && one.length() < 100) {
            try {
                return new BigDecimal(one.strip()).compareTo(number) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return one.equalsIgnoreCase(wanted.toString());
    }
}
