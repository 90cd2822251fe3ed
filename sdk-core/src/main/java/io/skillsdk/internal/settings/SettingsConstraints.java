package io.skillsdk.internal.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held against a record of settings once it is made. */
interface SettingsConstraints {

    /**
     * A value that a constraint refuses.
     *
     * @param component the record's component, or null when the constraint is one of the record itself
     * @param message the constraint's sentence
     */
    record Refused(@Nullable String component, String message) {}

    /** Returns what is wrong with a record; nested ones have been checked before. */
    List<Refused> check(Object record);

    /** Jakarta Validation, where the application brings a provider for it, and the record has constraints; none otherwise. */
    static SettingsConstraints of(Class<?> record) {
        try {
            Class.forName("jakarta.validation.Validation");
        } catch (ClassNotFoundException e) {
            return made -> List.of();
        }
        return JakartaSettingsConstraints.of(record);
    }
}
