package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.wire.ServiceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Clients over HTTP for a server on this machine. */
public final class TestPlatform {

    public static final String TOKEN = "t0ken-of-the-call";

    private final FabricSettings settings;

    private final Platform platform;

    private final String url;

    public TestPlatform(String url) {
        this(url, FabricSettings.DEFAULTS);
    }

    public TestPlatform(String url, FabricSettings settings) {
        this.url = url;
        this.settings = settings.services(new ServiceSettings(url, url, 1, 1));
        this.platform = Platform.overHttp(this.settings);
    }

    /** A call that has time enough on a busy machine. */
    public CallFabric call() {
        return call(TOKEN, Duration.ofMinutes(2));
    }

    public CallFabric call(String token, Duration left) {
        return call(token, left, Map.of());
    }

    public CallFabric call(String token, Duration left, Map<String, String> headers) {
        return platform.open(new FabricCall(
                url, token, "p", "session-1", "act-1", Instant.now().plus(left), headers));
    }

    public Fabric fabric() {
        return call().fabric();
    }
}
