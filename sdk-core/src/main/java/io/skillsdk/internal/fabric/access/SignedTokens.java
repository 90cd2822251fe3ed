package io.skillsdk.internal.fabric.access;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.call.TokenSource;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens of two minutes, signed with the key of a personal access config, and renewed at half their life. Claims and header are
 * those of the platform's command line (CLI 2.4); the clock is this machine's.
 */
final class SignedTokens implements TokenSource {

    private static final Duration LIFE = Duration.ofMinutes(2);

    private final PersonalAccess access;

    private final Clock clock;

    // guarded by this
    private String token = "";

    // guarded by this
    private Instant renewAt = Instant.MIN;

    SignedTokens(PersonalAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public synchronized String token(String what) {
        Instant now = clock.instant();
        if (!now.isBefore(renewAt)) {
            try {
                token = sign(now);
            } catch (GeneralSecurityException e) {
                throw new FabricException(Reason.TOKEN_MISSING, 0, what, "no token could be signed", false, e);
            }
            renewAt = now.plus(LIFE.dividedBy(2));
        }
        return token;
    }

    private String sign(Instant now) throws GeneralSecurityException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        if (!access.keyId().isEmpty()) {
            header.put("kid", access.keyId());
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", access.username());
        claims.put("aud", access.audience());
        claims.put("iss", access.issuer());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        String signed = encode(JsonDocument.of(header).bytes()) + "."
                + encode(JsonDocument.of(claims).bytes());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(access.key());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encode(signature.sign());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SignedTokens[" + access.username() + "]";
    }
}
