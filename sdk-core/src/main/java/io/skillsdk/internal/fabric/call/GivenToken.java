package io.skillsdk.internal.fabric.call;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A token that was given. Its signature is the platform's business; when it expires can be read. */
public final class GivenToken implements TokenSource {

    private final String token;

    private final Clock clock;

    private final @Nullable Instant expiry;

    /** Makes a source of one token. */
    public GivenToken(String token, Clock clock) {
        this.token = token.strip();
        this.clock = clock;
        this.expiry = expiry(this.token);
    }

    @Override
    public String token(String what) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new FabricException(
                    Reason.TOKEN_REFUSED, 0, what, "it is not a token that a header can carry; nothing was sent");
        }
        Instant now = clock.instant();
        if (expiry != null && !now.isBefore(expiry)) {
            throw new FabricException(
                    Reason.TOKEN_REFUSED,
                    0,
                    what,
                    "it expired at " + expiry + "; nothing was sent. A token is valid for a short time: use it within"
                            + " its call");
        }
        return token;
    }

    /** When a JWT expires; a token of another kind does not say. */
    static @Nullable Instant expiry(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        byte[] claims;
        try {
            claims = Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return null;
        }
        JsonDocument json = JsonDocument.tryRead(claims);
        JsonDocument exp = json == null ? JsonDocument.ABSENT : json.get("exp");
        if (!exp.isNumber()) {
            return null;
        }
        double seconds = exp.number(0);
        return seconds > 0 && seconds < Instant.MAX.getEpochSecond()
                ? Instant.ofEpochMilli((long) (Math.min(seconds, 1e14) * 1000))
                : null;
    }

    @Override
    public String toString() {
        return "GivenToken[***]";
    }
}
