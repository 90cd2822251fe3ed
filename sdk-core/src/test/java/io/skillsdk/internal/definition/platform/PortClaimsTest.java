package io.skillsdk.internal.definition.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.yaml.Places;
import io.skillsdk.internal.yaml.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PortClaimsTest {

    /** The parts that are found where the claims are {@code part=port}. */
    private static List<String> settle(@Nullable String ofCode, String declared, String... claims) {
        FindingCollector findings = new FindingCollector(Path.of("skill.yaml"), new Places());
        PortClaims ports = new PortClaims(findings, ofCode);
        for (String claim : claims) {
            String[] parts = claim.split("=", 2);
            ports.add(parts[0], "It says ", parts[1]);
        }
        ports.settle(declared, "default");
        return findings.all().stream().map(finding -> finding.part()).sorted().toList();
    }

    @Test
    void theOneThatSaysOtherwiseIsAtFault() {
        assertThat(settle(null, "5000")).isEmpty();
        assertThat(settle(null, "5000", "a=5000", "b=5000")).isEmpty();
        assertThat(settle(null, "5000", "a=80", "b=5000")).containsExactly("a");
        assertThat(settle(null, "5000", "a=80")).containsExactly("a");
        assertThat(settle(null, "5000", "a=80", "b=80")).containsExactly("default");
        assertThat(settle(null, "5000", "a=80", "b=81")).containsExactly("a", "b");
    }

    @Test
    void whatTheCodeSaysTakesPrecedence() {
        assertThat(settle("5000", "5000", "a=80", "b=80")).containsExactly("a", "b");
        assertThat(settle("80", "5000", "a=80", "b=80")).containsExactly("default");
        assertThat(settle("80", "5000", "a=5000")).containsExactly("default");
        assertThat(settle("80", "5000", "a=81")).containsExactly("a", "default");
    }

    @Test
    void whatIsNoPortClaimsNothing() {
        assertThat(settle(null, "5000", "a=http", "b=0", "c=", "d=$PORT")).isEmpty();
        FindingCollector findings = new FindingCollector(Path.of("skill.yaml"), new Places());
        PortClaims ports = new PortClaims(findings, null);
        ports.add("a", "It says ", null);
        ports.addAt(findings, Place.START, "It says ", List.of("x", "80", "81"));
        ports.settle("81", "default");
        assertThat(findings.all()).isEmpty();
        ports.settle("82", "default");
        assertThat(findings.all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("It says 80, 81, but daemon.port is 82; make them the same."));
    }

    /** Whoever is found, nobody who agrees with the definition and the code is; and someone is where they differ. */
    @Test
    void whoAgreesIsNeverAtFault() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            String ofCode = random.nextBoolean() ? null : "8" + random.nextInt(3);
            String declared = "8" + random.nextInt(3);
            List<String> claims = new ArrayList<>();
            Set<String> all = new HashSet<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                String port = "8" + random.nextInt(3);
                all.add(port);
                claims.add("c" + i + "=" + port);
            }
            List<String> found = settle(ofCode, declared, claims.toArray(new String[0]));
            List<String> agreeing = claims.stream()
                    .filter(claim -> claim.endsWith("=" + declared))
                    .map(claim -> claim.split("=", 2)[0])
                    .toList();
            assertThat(found).as("seed %d", seed).noneMatch(agreeing::contains);
            all.add(declared);
            if (ofCode != null) {
                all.add(ofCode);
            }
            assertThat(found.isEmpty()).as("seed %d", seed).isEqualTo(all.size() == 1);
        }
    }
}
