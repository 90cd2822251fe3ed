package io.skillsdk.internal.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held against a record of settings, and against the values that it would be made of. */
interface SettingsConstraints {

    /** No check. */
    SettingsConstraints NONE = new SettingsConstraints() {
        @Override
        public List<Refused> check(Object record) {
            return List.of();
        }

        @Override
        public List<Refused> check(String component, @Nullable Object value) {
            return List.of();
        }
    };

    /**
     * A value that a constraint refuses.
     *
     * @param component the record's component, or null when the constraint is one of the record itself
     * @param message the constraint's sentence
     */
    record Refused(@Nullable String component, String message) {}

    /** Returns what is wrong with a record; nested ones have been checked before. */
    List<Refused> check(Object record);

    /** Returns what is wrong with the value of one component, where the record cannot be made. */
    List<Refused> check(String component, @Nullable Object value);

    /**
     * Jakarta Validation, where the application brings a provider for it, and the record has constraints; none otherwise. The provider
     * is started for it.
     *
     * @throws io.skillsdk.internal.failure.IncompatibleLibraryException when that does not work
     */
    static SettingsConstraints of(Class<?> record) {
        try {
            Class.forName("jakarta.validation.Validation");
        } catch (ClassNotFoundException e) {
            return NONE;
        }
        return JakartaSettingsConstraints.of(record);
    }
}
