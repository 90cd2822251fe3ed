package io.skillsdk.internal.definition.resolve;

import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import org.jspecify.annotations.Nullable;

/** The defaults of a definition's properties, and where they are written. */
public record PropertyDefaults(SkillDefinition definition) {

    /** The default of a property, or null when it is not declared, or has none. */
    public @Nullable Object value(String name) {
        for (Property property : definition.properties()) {
            if (name.equals(property.name()) && property.defaultValue() != null) {
                return property.defaultValue();
            }
        }
        return null;
    }

    /** The part with the default of a property, or all of them when it is not declared. */
    public String part(String name) {
        for (int i = 0; i < definition.properties().size(); i++) {
            if (name.equals(definition.properties().get(i).name())) {
                return "properties[" + i + "].defaultValue";
            }
        }
        return "properties";
    }
}
