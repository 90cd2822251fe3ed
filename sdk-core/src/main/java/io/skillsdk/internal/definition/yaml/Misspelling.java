package io.skillsdk.internal.definition.yaml;

/**
 * A key that resembles one that is known and absent.
 *
 * @param part where it is, such as {@code inputs[0].rooting}
 * @param key the key
 * @param meant the key that is meant
 */
public record Misspelling(String part, String key, String meant) {}
