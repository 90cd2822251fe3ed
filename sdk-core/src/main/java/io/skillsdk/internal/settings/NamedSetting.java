package io.skillsdk.internal.settings;

/**
 * A setting that the SDK reads.
 *
 * @param key its name, as in {@code --daemon.port}
 * @param byDefault its value where nothing else is said
 * @param meaning what it sets, for people
 */
public record NamedSetting(String key, String byDefault, String meaning) {}
