package io.skillsdk.internal.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting, for help and for the table of settings.
 *
 * @param key its whole name, such as {@code acme.db.url}
 * @param description what it sets, for people; may be empty
 * @param defaultValue its default, or null when it has none
 * @param required whether it must be given
 * @param secret whether its value may not be shown
 */
public record SettingDescription(
        String key, String description, @Nullable String defaultValue, boolean required, boolean secret) {}
