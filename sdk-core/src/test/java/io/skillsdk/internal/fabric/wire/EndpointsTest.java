package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the token may go. */
class EndpointsTest {

    private static Endpoints of(String api) {
        return Endpoints.of(api, ServiceSettings.DERIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://cortex-internal.cortex.svc.cluster.local,   http://cortex-accounts.cortex.svc.cluster.local:5000, http://cortex-connections.cortex.svc.cluster.local:4450",
        "http://cortex-internal.cortex.svc.cluster.local/,  http://cortex-accounts.cortex.svc.cluster.local:5000, http://cortex-connections.cortex.svc.cluster.local:4450",
        "http://cortex-internal.cortex.svc.cluster.local:8080, http://cortex-accounts.cortex.svc.cluster.local:5000, http://cortex-connections.cortex.svc.cluster.local:4450",
        "https://cortex-internal, https://cortex-accounts:5000, https://cortex-connections:4450",
        "http://Cortex-Internal.Ns.svc, http://cortex-accounts.Ns.svc:5000, http://cortex-connections.Ns.svc:4450",
    })
    void insideTheClusterTheOtherServicesFollowFromTheEndpoint(String api, String accounts, String connections) {
        assertThat(of(api).accounts()).isEqualTo(accounts);
        assertThat(of(api).connections()).isEqualTo(connections);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://istio-ingressgateway.istio-system.svc.cluster.local",
                "https://api.example.com",
                "http://cortex-internal-x.cortex",
                "http://x.cortex-internal.cortex",
                "http://127.0.0.1:27000/cortex-internal",
                "http://[::1]:8080"
            })
    void elsewhereTheyAreNotKnown(String api) {
        assertThat(of(api).accounts()).isNull();
        assertThat(of(api).connections()).isNull();
    }

    @Test
    void whatIsSetTakesPrecedence() {
        Endpoints found = Endpoints.of(
                "http://cortex-internal", new ServiceSettings(" http://a:1/ ", "http://c:2//", 5000, 4450));
        assertThat(found.accounts()).isEqualTo("http://a:1");
        assertThat(found.connections()).isEqualTo("http://c:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "api.example.com",
                "ftp://api.example.com",
                "http://",
                "http:///x",
                "http://user:pw@host",
                "http://host?x=1",
                "http://host#x",
                "http://host/#",
                "http://ho_st",
                "http://host name",
                "http://host:99999",
                "http://host:0",
                "http://host:port",
                "file:/etc/passwd"
            })
    void whatCannotBeCalledIsRefusedWithoutShowingIt(String api) {
        assertThatThrownBy(() -> of(api)).isInstanceOfSatisfying(FabricException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.INVALID);
            assertThat(e).hasMessageNotContaining("pw@");
        });
    }

    @Test
    void whateverIsTakenIsCalledAtThatHostBelowThatPath() {
        String[] pieces = {
            "http://",
            "https://",
            "HTTP://",
            "host",
            "a.b",
            "127.0.0.1",
            "[::1]",
            ":",
            "80",
            "70000",
            "/",
            "//",
            "x",
            "%2F",
            "?",
            "#",
            "@",
            "..",
            " ",
            "é",
            "\\",
            "cortex-internal"
        };
        int taken = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder api = new StringBuilder(random.nextInt(4) == 0 ? "" : pieces[random.nextInt(3)]);
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                api.append(pieces[3 + random.nextInt(pieces.length - 3)]);
            }
            Endpoints found;
            try {
                found = of(api.toString());
            } catch (FabricException e) {
                continue;
            }
            taken++;
            // java.net.URI is the judge, as it is what the HTTP client reads the URL with
            URI called = URI.create(found.api() + "/fabric/v4/x?q=1");
            assertThat(called.getHost()).as("seed %d: %s", seed, api).isNotEmpty();
            assertThat(called.getRawUserInfo()).as("seed %d: %s", seed, api).isNull();
            assertThat(called.getRawPath()).as("seed %d: %s", seed, api).endsWith("/fabric/v4/x");
            assertThat(called.getRawQuery()).as("seed %d: %s", seed, api).isEqualTo("q=1");
            assertThat(called.getPort()).as("seed %d: %s", seed, api).isBetween(-1, 65_535);
        }
        assertThat(taken).isGreaterThan(200);
    }
}
