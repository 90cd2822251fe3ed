package io.skillsdk.internal.settings;

/**
 * A setting that the SDK reads.
 *
 * @param key its name, as in {@code --daemon.port}
 * @param byDefault its value where nothing else is said; empty for none
 * @param meaning what it sets, for people
 */
public record NamedSetting(String key, String byDefault, String meaning) {

    /** What help and the table of settings tell of it. */
    public SettingDescription describe() {
        return new SettingDescription(key, meaning, byDefault.isEmpty() ? null : byDefault, false, false);
    }
}
