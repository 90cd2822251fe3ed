package io.skillsdk.internal.daemon.http;

import io.skillsdk.internal.text.LogText;
import java.util.Locale;
import java.util.Set;
import org.glassfish.grizzly.http.util.DataChunk;

/**
 * Refuses calls of web pages from other sites, which any page in a browser on a developer's machine can send to a daemon there: with
 * a foreign {@code Origin}, or under a name of its own that it has led to this machine (DNS rebinding). Only for connections within
 * one machine; in a cluster, agents may pass on such headers of the requests they answer.
 */
final class CrossSiteGuard {

    /** Top-level names that cannot be registered, so that no foreign site can have a name under them. */
    private static final Set<String> UNREGISTRABLE =
            Set.of("localhost", "local", "localdomain", "internal", "lan", "svc", "test", "example", "invalid", "arpa");

    private static final int LONGEST = 100;

    /** The last Host that was found local: nearly always the only one. */
    private volatile String localHost = "localhost";

    /**
     * Looks at a request that came from this machine.
     *
     * @throws RefusedRequestException when a page of another site has sent it
     */
    void check(RequestHeaders headers) {
        DataChunk host = headers.host();
        if (host != null && !host.equals(localHost)) {
            checkHost(host.toString());
        }
        if (headers.origin() != null) {
            checkOrigin(headers.origin().toString(), host == null ? "" : name(host.toString()));
        } else if (headers.fetchSite() != null && headers.fetchSite().toString().equalsIgnoreCase("cross-site")) {
            throw refused("it is called on this machine by a page of another site (Sec-Fetch-Site: cross-site)."
                    + " Call it from a page on localhost.");
        }
    }

    private void checkHost(String host) {
        if (!isLocalName(name(host))) {
            throw refused("it is called on this machine under a public name (Host: " + shown(host)
                    + "), as a page of another site"
                    + " could. Call it as localhost or 127.0.0.1; a proxy or tunnel must send that as Host.");
        }
        localHost = host;
    }

    private static void checkOrigin(String origin, String host) {
        if (!isOwn(origin, host)) {
            throw refused("it is called on this machine by a page of another site (Origin: " + shown(origin)
                    + "). Call it from a page on localhost, or without an Origin.");
        }
    }

    private static RefusedRequestException refused(String why) {
        return new RefusedRequestException(403, "The daemon refuses this request: " + why);
    }

    private static String shown(String value) {
        return LogText.inOneLine(value, LONGEST);
    }

    /** A page of this machine, or one that the daemon itself has sent. */
    private static boolean isOwn(String origin, String host) {
        int scheme = origin.indexOf("://");
        if (scheme < 0) {
            return false; // null: a page that hides where it is from
        }
        String name = name(origin.substring(scheme + 3));
        return (name.equals(host) && !name.isEmpty())
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || (name.startsWith("127.") && isAddress(name));
    }

    /** A name without its port, in small letters. */
    private static String name(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        String name = end > 0 ? authority.substring(0, end) : authority;
        return (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }

    private static boolean isLocalName(String name) {
        return name.indexOf('.') < 0
                || name.startsWith("[")
                || isAddress(name)
                || UNREGISTRABLE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean isAddress(String name) {
        return name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
