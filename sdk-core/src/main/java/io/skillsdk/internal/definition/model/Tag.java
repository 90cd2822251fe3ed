package io.skillsdk.internal.definition.model;

import org.jspecify.annotations.Nullable;

/**
 * A tag.
 *
 * @param label its label
 * @param value its value
 */
public record Tag(@Nullable String label, @Nullable String value) {}
