package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that says on which port a daemon listens: where one says otherwise than the rest, it is the one at fault. */
public final class PortClaims {

    /** One that says so, in words, at a part of the definition or at a place of another file. */
    private record Claim(
            FindingCollector findings, @Nullable String part, Place place, String what, List<String> ports) {

        void differs(String other) {
            String message = what + String.join(", ", ports) + ", but " + other + "; make them the same.";
            if (part == null) {
                findings.addAt(Rule.DAEMON_PORT_DIFFERS, place, message);
            } else {
                findings.add(Rule.DAEMON_PORT_DIFFERS, part, message);
            }
        }
    }

    private final List<Claim> claims = new ArrayList<>();

    private final FindingCollector findings;

    private final @Nullable String ofCode;

    /**
     * Makes an empty collection.
     *
     * @param ofCode the port that the daemon listens on by its own settings; null where they are not known
     */
    public PortClaims(FindingCollector findings, @Nullable String ofCode) {
        this.findings = findings;
        this.ofCode = ofCode;
    }

    /** Takes what a part of the definition says; nothing where it is not a valid port. */
    void add(String part, String what, @Nullable String port) {
        if (port != null && Ports.isPort(port)) {
            claims.add(new Claim(findings, part, Place.START, what, List.of(port.strip())));
        }
    }

    /** Takes what a line of another file says, of which one has to be the daemon's. */
    void addAt(FindingCollector there, Place place, String what, List<String> named) {
        List<String> ports = named.stream().filter(Ports::isPort).toList();
        if (!ports.isEmpty()) {
            claims.add(new Claim(there, null, place, what, ports));
        }
    }

    /**
     * Finds those that differ.
     *
     * @param declared the default of daemon.port
     * @param part where that is
     */
    void settle(String declared, String part) {
        Set<String> others =
                claims.stream().flatMap(claim -> claim.ports.stream()).collect(Collectors.toSet());
        boolean alone = claims.size() > 1 && others.size() == 1 && !others.contains(declared);
        if (ofCode != null && !declared.equals(ofCode)) {
            findings.add(
                    Rule.DAEMON_PORT_DIFFERS,
                    part,
                    "daemon.port is " + declared + ", but the daemon listens on " + ofCode + "; make them the same.");
        } else if (ofCode == null && alone) {
            findings.add(
                    Rule.DAEMON_PORT_DIFFERS,
                    part,
                    "daemon.port is " + declared + ", but all else says "
                            + others.iterator().next() + "; make them the same.");
            return;
        }
        claims.stream()
                .filter(claim -> !claim.ports.contains(declared) && !(ofCode != null && claim.ports.contains(ofCode)))
                .forEach(claim -> claim.differs("daemon.port is " + declared));
    }
}
