package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the platform's services are. Accounts (secrets) and connections are services of their own inside the cluster, whose
 * addresses follow from the endpoint's (cortex-python); nowhere else does the token go.
 *
 * @param api the API, without a trailing slash
 * @param accounts the accounts service, or null when its address is not known
 * @param connections the connections service, or null when its address is not known
 */
public record Endpoints(
        String api, @Nullable String accounts, @Nullable String connections) {

    private static final String INTERNAL = "cortex-internal";

    /**
     * Finds them.
     *
     * @param api the endpoint of the call
     * @param services what the settings say of the others
     * @throws FabricException when the endpoint is no URL that can be called
     */
    public static Endpoints of(String api, ServiceSettings services) {
        URI uri = check(api, "the platform's endpoint");
        return new Endpoints(
                strip(api),
                services.accounts() == null
                        ? derive(uri, "cortex-accounts", services.accountsPort())
                        : strip(services.accounts()),
                services.connections() == null
                        ? derive(uri, "cortex-connections", services.connectionsPort())
                        : strip(services.connections()));
    }

    /** Only the host's first label is replaced, and only where it is the platform's own name for its gateway. */
    private static @Nullable String derive(URI api, String label, int port) {
        String host = api.getHost();
        String lower = host.toLowerCase(Locale.ROOT);
        boolean internal = lower.equals(INTERNAL) || lower.startsWith(INTERNAL + ".");
        return internal ? api.getScheme() + "://" + label + host.substring(INTERNAL.length()) + ":" + port : null;
    }

    /**
     * Checks that an endpoint can be called.
     *
     * @param what what it is, for the message
     * @throws FabricException when it is no URL of HTTP with a host, and nothing more than a path
     */
    public static URI check(String endpoint, String what) {
        try {
            URI uri = new URI(strip(endpoint));
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (http && bare && uri.getHost() != null && isPort(uri.getPort())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // refused below
        }
        throw new FabricException(
                Reason.INVALID,
                0,
                what,
                "it must be a URL such as http://cortex-internal.cortex.svc.cluster.local, with a host of letters, digits,"
                        + " '-' and '.', with a port of 1 to 65535 or none, and without user, query and fragment");
    }

    /** Without one in the URL it is -1. */
    private static boolean isPort(int port) {
        return port == -1 || (port >= 1 && port <= 65_535);
    }

    private static String strip(String endpoint) {
        String stripped = endpoint.strip();
        while (stripped.endsWith("/")) {
            stripped = stripped.substring(0, stripped.length() - 1);
        }
        return stripped;
    }
}
