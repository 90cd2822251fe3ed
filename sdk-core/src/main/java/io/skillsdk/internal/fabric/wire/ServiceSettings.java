package io.skillsdk.internal.fabric.wire;

import org.jspecify.annotations.Nullable;

/**
 * What is set of the services beside the API.
 *
 * @param accounts {@code fabric.accounts-endpoint}, or null to derive it
 * @param connections {@code fabric.connections-endpoint}, or null to derive it
 * @param accountsPort the port of a derived accounts service
 * @param connectionsPort the port of a derived connections service
 */
public record ServiceSettings(
        @Nullable String accounts, @Nullable String connections, int accountsPort, int connectionsPort) {

    /** The port of the accounts service where the environment names none (cortex-python). */
    public static final int ACCOUNTS_PORT = 5000;

    /** The port of the connections service where the environment names none (cortex-python). */
    public static final int CONNECTIONS_PORT = 4450;

    /** Nothing is set. */
    public static final ServiceSettings DERIVED = new ServiceSettings(null, null, ACCOUNTS_PORT, CONNECTIONS_PORT);
}
