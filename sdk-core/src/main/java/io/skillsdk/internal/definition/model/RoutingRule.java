package io.skillsdk.internal.definition.model;

import org.jspecify.annotations.Nullable;

/**
 * A value that chooses a target.
 *
 * @param match the value, in any case
 * @param target where it leads
 */
public record RoutingRule(@Nullable String match, RoutingTarget target) {}
