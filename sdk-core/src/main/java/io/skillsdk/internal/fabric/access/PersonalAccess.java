package io.skillsdk.internal.fabric.access;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * A personal access config: who a user is, and the key that proves it (documentation: access). It shows nothing of the key.
 *
 * @param url the platform's endpoint
 * @param username the subject of tokens
 * @param issuer the issuer of tokens
 * @param audience the audience of tokens
 * @param keyId the key's id
 * @param key the Ed25519 key
 */
record PersonalAccess(String url, String username, String issuer, String audience, String keyId, PrivateKey key) {

    /**
     * Reads one.
     *
     * @param what where it stands, for messages
     * @throws FabricException when something is missing, naming it
     */
    static PersonalAccess of(JsonDocument config, String what) {
        JsonDocument jwk = config.get("jwk");
        return new PersonalAccess(
                text(config, "url", what),
                text(config, "username", what),
                text(config, "issuer", what),
                text(config, "audience", what),
                jwk.get("kid").text(),
                key(jwk, what));
    }

    private static String text(JsonDocument config, String name, String what) {
        String text = config.get(name).text();
        if (text.isEmpty()) {
            throw invalid(what, "it has no '" + name + "'");
        }
        return text;
    }

    private static PrivateKey key(JsonDocument jwk, String what) {
        if (!jwk.get("crv").text().equals("Ed25519") || jwk.get("d").isAbsent()) {
            throw invalid(what, "its jwk is not a private key of the curve Ed25519");
        }
        try {
            byte[] raw = Base64.getUrlDecoder().decode(jwk.get("d").text());
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, raw));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // without the exception, which may quote the key
            throw invalid(what, "its jwk is not a valid key");
        }
    }

    private static FabricException invalid(String what, String detail) {
        return new FabricException(
                Reason.INVALID, 0, what, detail + "; download the personal access config again from the console");
    }

    @Override
    public String toString() {
        return "PersonalAccess[" + username + "]";
    }
}
