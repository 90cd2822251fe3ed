package io.skillsdk.definition;

import org.jspecify.annotations.Nullable;

/**
 * A tag.
 *
 * @param label its label
 * @param value its value
 */
public record Tag(@Nullable String label, @Nullable String value) {}
