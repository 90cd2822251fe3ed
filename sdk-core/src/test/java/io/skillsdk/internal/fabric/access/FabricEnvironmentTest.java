package io.skillsdk.internal.fabric.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.TestClock;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.RawServer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients from the environment. */
@Timeout(60)
class FabricEnvironmentTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @TempDir
    private Path home;

    private final Map<String, String> variables = new HashMap<>();

    private final TestClock clock = new TestClock();

    private KeyPair keys;

    @BeforeEach
    void makeKeys() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void variablesSayEverything() throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, "{\"models\":[]}"))) {
            variables.put("CORTEX_URL", server.url() + "/");
            variables.put("CORTEX_TOKEN", "tok");
            variables.put("CORTEX_PROJECT", "my project");
            Fabric fabric = connect(null);
            fabric.models().list();
            assertThat(fabric.projectId()).isEqualTo("my project");
            assertThat(server.requests().get(0).line())
                    .isEqualTo("GET /fabric/v4/projects/my%20project/models HTTP/1.1");
            assertThat(server.requests().get(0).header("authorization")).isEqualTo("Bearer tok");
            assertThatThrownBy(fabric::session)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no session");
        }
    }

    @Test
    void aPersonalAccessConfigSignsTokensThatItsKeyVerifies() throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, "{\"models\":[]}"))) {
            variables.put("CORTEX_PERSONAL_ACCESS_CONFIG", json(access(server.url())));
            variables.put("CORTEX_PROJECT", "p");
            Fabric fabric = connect(null);
            fabric.models().list();
            String token = server.requests().get(0).header("authorization").substring("Bearer ".length());
            JsonDocument claims = verified(token);
            assertThat(claims.get("sub").text()).isEqualTo("me@example.com");
            assertThat(claims.get("aud").text()).isEqualTo("cortex");
            assertThat(claims.get("iss").text()).isEqualTo("cognitivescale.com");
            assertThat(claims.get("iat").wholeNumber(0))
                    .isEqualTo(clock.instant().getEpochSecond());
            assertThat(claims.get("exp").wholeNumber(0))
                    .isEqualTo(clock.instant().getEpochSecond() + 120);
            JsonDocument header = part(token, 0);
            assertThat(header.get("alg").text()).isEqualTo("EdDSA");
            assertThat(header.get("kid").text()).isEqualTo("key-1");
        }
    }

    @Test
    void aTokenIsRenewedAtHalfItsLife() throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, "{\"models\":[]}"))) {
            variables.put("CORTEX_PERSONAL_ACCESS_CONFIG", json(access(server.url())));
            variables.put("CORTEX_PROJECT", "p");
            Fabric fabric = connect(null);
            fabric.models().list();
            clock.advance(Duration.ofSeconds(59));
            fabric.models().list();
            clock.advance(Duration.ofSeconds(2));
            fabric.models().list();
            var tokens = server.requests().stream()
                    .map(r -> r.header("authorization"))
                    .toList();
            assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
            assertThat(tokens.get(2)).isNotEqualTo(tokens.get(0));
        }
    }

    @Test
    void theCurrentProfileOfTheConfigFileIsUsed() throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, "{\"models\":[]}"))) {
            Map<String, Object> work = access(server.url());
            work.put("project", "from-profile");
            config(Map.of(
                    "version", "5", "currentProfile", "work", "profiles", Map.of("work", work, "other", Map.of())));
            Fabric fabric = connect(null);
            assertThat(fabric.projectId()).isEqualTo("from-profile");
            fabric.models().list();
            verified(server.requests().get(0).header("authorization").substring(7));
            assertThat(connect("work").projectId()).isEqualTo("from-profile");
            assertThatThrownBy(() -> connect("nope"))
                    .hasMessageContaining("'nope'")
                    .hasMessageContaining("work");
        }
    }

    @Test
    void whereVariablesSayEverythingNoConfigIsRead() throws Exception {
        variables.put("CORTEX_URL", "http://127.0.0.1:1");
        variables.put("CORTEX_TOKEN", "tok");
        variables.put("CORTEX_PROJECT", "p");
        Files.createDirectories(home.resolve(".cortex"));
        Files.writeString(home.resolve(".cortex/config"), "{ half a config");
        assertThat(connect(null).projectId()).isEqualTo("p");
        variables.put("CORTEX_PERSONAL_ACCESS_CONFIG", "not JSON");
        assertThat(connect(null).projectId()).isEqualTo("p");
        variables.remove("CORTEX_PROJECT");
        assertThatThrownBy(() -> connect(null)).hasMessageContaining("CORTEX_PERSONAL_ACCESS_CONFIG");
    }

    @Test
    void withoutCurrentProfileTheDefaultCounts() throws Exception {
        Map<String, Object> profile = access("http://127.0.0.1:1");
        profile.put("project", "d");
        config(Map.of("version", "4", "profiles", Map.of("default", profile)));
        assertThat(connect(null).projectId()).isEqualTo("d");
    }

    @Test
    void theFolderOfTheConfigMayBeSet() throws Exception {
        Map<String, Object> profile = access("http://127.0.0.1:1");
        profile.put("project", "d");
        config(Map.of("profiles", Map.of("default", profile)));
        variables.put("CORTEX_CONFIG_DIR", home.resolve(".cortex").toString());
        assertThat(new FabricEnvironment(variables::get, Path.of("/nowhere"), FabricSettings.DEFAULTS, clock)
                        .connect(null)
                        .projectId())
                .isEqualTo("d");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertThatThrownBy(() -> connect(null))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("CORTEX_TOKEN");
        variables.put("CORTEX_TOKEN", "s3cr3t");
        assertThatThrownBy(() -> connect(null))
                .hasMessageContaining("CORTEX_URL is not set")
                .hasMessageNotContaining("s3cr3t");
        variables.put("CORTEX_URL", "http://127.0.0.1:1");
        assertThatThrownBy(() -> connect(null)).hasMessageContaining("CORTEX_PROJECT is not set");
        variables.put("CORTEX_PERSONAL_ACCESS_CONFIG", "{not json s3cr3t");
        assertThatThrownBy(() -> connect(null))
                .hasMessageContaining("CORTEX_PERSONAL_ACCESS_CONFIG")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void aBrokenAccessConfigIsNamedAndItsKeyNotShown() throws Exception {
        variables.put("CORTEX_PROJECT", "p");
        for (String missing : new String[] {"url", "username", "issuer", "audience", "jwk"}) {
            Map<String, Object> access = access("http://127.0.0.1:1");
            access.remove(missing);
            variables.put("CORTEX_PERSONAL_ACCESS_CONFIG", json(access));
            assertThatThrownBy(() -> connect(null)).as(missing).isInstanceOf(FabricException.class);
        }
        Map<String, Object> access = access("http://127.0.0.1:1");
        access.put("jwk", Map.of("kty", "OKP", "crv", "Ed25519", "d", "!!s3cr3t!!"));
        variables.put("CORTEX_PERSONAL_ACCESS_CONFIG", json(access));
        assertThatThrownBy(() -> connect(null))
                .hasMessageContaining("not a valid key")
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    private Fabric connect(String profile) {
        return new FabricEnvironment(variables::get, home, FabricSettings.DEFAULTS, clock).connect(profile);
    }

    private void config(Map<String, ?> config) throws Exception {
        Files.createDirectories(home.resolve(".cortex"));
        Files.writeString(home.resolve(".cortex/config"), json(config));
    }

    private Map<String, Object> access(String url) {
        byte[] d = ((EdECPrivateKey) keys.getPrivate()).getBytes().orElseThrow();
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("url", url);
        access.put("username", "me@example.com");
        access.put("issuer", "cognitivescale.com");
        access.put("audience", "cortex");
        access.put(
                "jwk", Map.of("kty", "OKP", "crv", "Ed25519", "kid", "key-1", "d", BASE64.encodeToString(d), "x", x()));
        return access;
    }

    private String x() {
        EdECPublicKey key = (EdECPublicKey) keys.getPublic();
        BigInteger y = key.getPoint().getY();
        return BASE64.encodeToString(y.toByteArray());
    }

    private JsonDocument verified(String token) throws Exception {
        int last = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("Ed25519");
        PublicKey key = keys.getPublic();
        signature.initVerify(key);
        signature.update(token.substring(0, last).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(last + 1))))
                .isTrue();
        return part(token, 1);
    }

    private static JsonDocument part(String token, int index) {
        return JsonDocument.tryRead(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    private static String json(Object value) {
        return new String(JsonDocument.of(value).bytes(), StandardCharsets.UTF_8);
    }
}
