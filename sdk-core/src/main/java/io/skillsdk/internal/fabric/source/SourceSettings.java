package io.skillsdk.internal.fabric.source;

import io.skillsdk.internal.fabric.call.FabricSettings;

/**
 * What decides where clients come from.
 *
 * @param client the settings of the client
 * @param local {@code store}, {@code keep}, {@code environment}, {@code profile} or {@code profile:NAME}
 * @param inCluster whether this process runs in a cluster, where a call without a token is an error
 */
public record SourceSettings(FabricSettings client, String local, boolean inCluster) {}
