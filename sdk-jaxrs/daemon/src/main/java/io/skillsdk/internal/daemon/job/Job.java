package io.skillsdk.internal.daemon.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to do.
 *
 * @param envelope the message, as the platform gives it
 * @param action the action's name; null where there is one action only, or the envelope's {@code outputName} says which
 * @param limit how long the action may take; null for as long as it needs
 */
public record Job(
        String envelope, @Nullable String action, @Nullable Duration limit) {}
