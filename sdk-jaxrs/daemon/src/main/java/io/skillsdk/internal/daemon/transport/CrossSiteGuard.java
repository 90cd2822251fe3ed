package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.action.LogText;
import java.util.Locale;
import java.util.Set;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls of web pages from other sites, which any page in a browser on a developer's machine can send to a daemon there: with
 * a foreign {@code Origin}, or under a name of its own that it has led to this machine (DNS rebinding). Only for connections within
 * one machine; in a cluster, agents may pass on such headers of the requests they answer.
 */
final class CrossSiteGuard {

    /** Top-level names that nobody can register, so that no foreign site can have a name under them. */
    private static final Set<String> UNREGISTRABLE =
            Set.of("localhost", "local", "localdomain", "internal", "lan", "svc", "test", "example", "invalid", "arpa");

    private static final int LONGEST = 100;

    private CrossSiteGuard() {}

    /**
     * Looks at a request that came from this machine.
     *
     * @throws RefusedRequestException when a page of another site has sent it
     */
    static void check(HttpRequestPacket request) {
        String host = request.getHeader(Header.Host);
        String name = host == null ? "" : name(host);
        if (!isLocalName(name)) {
            throw refused("it is called on this machine under a public name (Host: " + shown(host)
                    + "), as a page of another site"
                    + " could. Call it as localhost or 127.0.0.1; a proxy or tunnel must send that as Host.");
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            if (!isOwn(origin, name)) {
                throw refused("it is called on this machine by a page of another site (Origin: " + shown(origin)
                        + "). Call it from a page on localhost, or without an Origin.");
            }
        } else if ("cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"))) {
            throw refused("it is called on this machine by a page of another site (Sec-Fetch-Site: cross-site)."
                    + " Call it from a page on localhost.");
        }
    }

    private static RefusedRequestException refused(String why) {
        return new RefusedRequestException(403, "The daemon refuses this request: " + why);
    }

    private static String shown(@Nullable String value) {
        return LogText.inOneLine(String.valueOf(value), LONGEST);
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
