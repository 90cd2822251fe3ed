package io.skillsdk.internal.fabric.wire;

import java.time.Duration;
import java.util.Map;

/**
 * A call with time enough on a busy machine.
 *
 * @param token its token
 */
record PatientCaller(String token) implements Caller {

    @Override
    public String token(String what) {
        return token;
    }

    @Override
    public Budget budget(PlatformRequest.Time time, String what) {
        return Budget.of(Duration.ofSeconds(40), Duration.ofSeconds(40));
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }
}
