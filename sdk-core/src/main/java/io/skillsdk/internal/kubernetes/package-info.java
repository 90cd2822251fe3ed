/**
 * Internal: manifests for Kubernetes and Knative, where a skill runs outside of the platform. Probes and times come from the
 * same source as the patches of skill.yaml's podSpec.
 */
@NullMarked
package io.skillsdk.internal.kubernetes;

import org.jspecify.annotations.NullMarked;
