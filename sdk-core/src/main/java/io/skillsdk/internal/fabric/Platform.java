package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricScope;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.GivenToken;
import io.skillsdk.internal.fabric.call.TokenSource;
import io.skillsdk.internal.fabric.wire.Endpoints;
import io.skillsdk.internal.fabric.wire.HttpWire;
import io.skillsdk.internal.fabric.wire.JsonAnswers;
import io.skillsdk.internal.fabric.wire.PlatformClient;
import io.skillsdk.internal.fabric.wire.Retries;
import io.skillsdk.internal.fabric.wire.Wire;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all calls of a process share: the connections, and what was found out about the platform. Thread-safe. */
public final class Platform {

    private final FabricSettings settings;

    private final SharedClient client;

    private final Clock clock;

    private Platform(FabricSettings settings, Supplier<Wire> wire, Clock clock) {
        this.settings = settings;
        this.client = new SharedClient(
                new PlatformClient(wire, new Retries(settings.retries())),
                new JsonAnswers(settings.maxAnswerSize()),
                new SessionForms(settings.sessionForm()));
        this.clock = clock;
    }

    /** The platform over HTTP. The HTTP client is made with the first request: a start has none of its classes. */
    public static Platform overHttp(FabricSettings settings) {
        return new Platform(settings, new OnFirstUse(settings), Clock.systemUTC());
    }

    /** The platform over a wire of one's own. */
    public static Platform over(Wire wire, FabricSettings settings, Clock clock) {
        return new Platform(settings, () -> wire, clock);
    }

    /**
     * A client for one call.
     *
     * @param call a complete call
     * @throws io.skillsdk.fabric.FabricException when its endpoint cannot be called
     */
    public CallFabric open(FabricCall call) {
        String token = Objects.requireNonNull(call.token());
        return open(call, new GivenToken(token, clock));
    }

    /** A client for a call, or for a job, with tokens from a source. */
    public CallFabric open(FabricCall call, TokenSource tokens) {
        String endpoint = settings.endpoint() != null ? settings.endpoint() : call.apiEndpoint();
        FabricScope scope = new FabricScope(
                Endpoints.of(Objects.requireNonNull(endpoint), settings.services()),
                tokens,
                settings.timeout(),
                call.deadline(),
                call.headers());
        Fabric fabric = new PlatformFabric(
                new ProjectCalls(client, scope, Objects.requireNonNull(call.projectId())), call.session());
        return new CallFabric(fabric, scope);
    }

    /** Makes the HTTP client once. */
    private static final class OnFirstUse implements Supplier<Wire> {

        private final FabricSettings settings;

        private volatile @Nullable Wire made;

        OnFirstUse(FabricSettings settings) {
            this.settings = settings;
        }

        @Override
        public Wire get() {
            Wire wire = made;
            return wire == null ? make() : wire;
        }

        private synchronized Wire make() {
            Wire wire = made;
            if (wire == null) {
                wire = new HttpWire(settings.connectTimeout());
                made = wire;
            }
            return wire;
        }
    }
}
