package io.skillsdk.internal.action;

import io.skillsdk.SkillProperty;
import io.skillsdk.internal.text.LogText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property that an action or its class declares with {@link SkillProperty}.
 *
 * @param type as skill.yaml has it: String, Number, Boolean or Enum
 * @param defaultValue a String, BigDecimal or Boolean; null for none
 * @param title a title, or empty
 * @param description what it means, or empty
 * @param validValues the values of an Enum, else empty
 */
public record DeclaredProperty(
        String name,
        String type,
        @Nullable Object defaultValue,
        String title,
        String description,
        boolean required,
        boolean secure,
        List<String> validValues) {

    /** How a value of {@code secure} properties starts. */
    private static final String SECRET = "#SECURE.";

    /** The properties of a method and its class, those of the method first. */
    static List<DeclaredProperty> of(SkillProperty[] ofMethod, SkillProperty[] ofClass) {
        Map<String, DeclaredProperty> all = new LinkedHashMap<>();
        for (SkillProperty[] declared : List.of(ofMethod, ofClass)) {
            for (SkillProperty property : declared) {
                add(all, of(property));
            }
        }
        return List.copyOf(all.values());
    }

    /**
     * The properties of several actions, each once.
     *
     * @throws InvalidActionException when one is declared in two ways
     */
    public static List<DeclaredProperty> merged(List<List<DeclaredProperty>> ofActions) {
        Map<String, DeclaredProperty> all = new LinkedHashMap<>();
        for (List<DeclaredProperty> properties : ofActions) {
            for (DeclaredProperty property : properties) {
                add(all, property);
            }
        }
        return new ArrayList<>(all.values());
    }

    private static void add(Map<String, DeclaredProperty> all, DeclaredProperty property) {
        DeclaredProperty other = all.putIfAbsent(property.name, property);
        if (other != null && !other.equals(property)) {
            throw new InvalidActionException("the property '" + property.name
                    + "' is declared in two ways. Declare it the same everywhere, or once on the class.");
        }
    }

    private static DeclaredProperty of(SkillProperty declared) {
        String name = declared.name();
        if (name.isBlank() || !name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
            throw refused(declared, "has a name that is blank or starts or ends with a space");
        }
        if (name.startsWith("daemon.")) {
            throw refused(declared, "has a name of the platform's own. Use a name that does not start with daemon.");
        }
        List<String> valid = List.of(declared.validValues());
        for (String each : valid) {
            value(declared, each);
        }
        String text = declared.defaultValue();
        if (!text.isEmpty() && declared.secure() && !text.startsWith(SECRET)) {
            throw refused(declared, "is secure, but has a plain default. Refer to a secret: #SECURE.<key>");
        }
        if (!declared.secure() && text.startsWith(SECRET)) {
            throw refused(declared, "refers to a secret, but is not secure. Add secure = true");
        }
        if (!text.isEmpty() && !valid.isEmpty() && !valid.contains(text)) {
            throw refused(declared, "has the default '" + text + "', which is not one of " + String.join(", ", valid));
        }
        return new DeclaredProperty(
                name,
                valid.isEmpty() ? typeName(declared.type()) : "Enum",
                text.isEmpty() ? null : declared.secure() ? text : value(declared, text),
                declared.title(),
                declared.description(),
                declared.required(),
                declared.secure(),
                valid);
    }

    private static String typeName(SkillProperty.Type type) {
        return switch (type) {
            case STRING -> "String";
            case NUMBER -> "Number";
            case BOOLEAN -> "Boolean";
        };
    }

    private static Object value(SkillProperty declared, String text) {
        return switch (declared.type()) {
            case STRING -> text;
            case NUMBER -> number(declared, text);
            case BOOLEAN -> truth(declared, text);
        };
    }

    private static BigDecimal number(SkillProperty declared, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw refused(declared, "has the value '" + text + "', which is not a number");
        }
    }

    private static boolean truth(SkillProperty declared, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw refused(declared, "has the value '" + text + "', which is not true or false");
        }
        return text.equals("true");
    }

    private static InvalidActionException refused(SkillProperty declared, String why) {
        return new InvalidActionException("its property '" + LogText.of(declared.name(), 100) + "' " + why);
    }
}
