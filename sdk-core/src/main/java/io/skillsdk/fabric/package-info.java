/**
 * The platform, from an action: sessions, secrets, connections, managed content, experiments, models, types, and calls of
 * other skills. An action takes a {@link io.skillsdk.fabric.Fabric} as a parameter; a job or the start of a skill makes one
 * from its environment. Nothing of Jackson or of HTTP shows here.
 */
@NullMarked
package io.skillsdk.fabric;

import org.jspecify.annotations.NullMarked;
