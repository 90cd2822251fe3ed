package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.derive.PodPatches;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * What a definition is held against besides its actions.
 *
 * @param endpoint where the daemon answers
 * @param pod what to ask of the pod; null for nothing
 */
public record WriteSettings(
        DaemonEndpoint endpoint, @Nullable PodPatches pod) {}
