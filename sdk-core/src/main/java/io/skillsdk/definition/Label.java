package io.skillsdk.definition;

import org.jspecify.annotations.Nullable;

/**
 * A tag.
 *
 * @param label its label
 * @param value its value
 */
public record Label(@Nullable String label, @Nullable String value) {}
