package io.skillsdk.testing;

import io.skillsdk.internal.fabric.standin.StandInServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A platform in memory, served over HTTP on this machine: for tests of a whole daemon, or of several that share the platform. It
 * needs the JDK's module {@code jdk.httpserver}.
 *
 * <pre>{@code
 * InMemoryFabric platform = new InMemoryFabric().content("counter.txt", "41");
 * try (FabricServer server = FabricServer.of(platform);
 *         SkillDaemon daemon = SkillDaemon.builder(new Counter()).port(0).start()) {
 *     RestAssured.given().baseUri(daemon.uri().toString()).contentType("application/json")
 *             .body(server.envelope(Map.of())).post("/invoke").then().statusCode(200);
 * }
 * }</pre>
 *
 * <p>Thread-safe. Faults that the platform was told of are answered as the platform would, or by a cut connection.
 */
public final class FabricServer implements AutoCloseable {

    private final StandInServer server;

    private FabricServer(StandInServer server) {
        this.server = server;
    }

    /**
     * Serves a platform on a free port of the loopback interface.
     *
     * @param platform the platform, which can be filled and asked as before
     * @return the server; close it
     * @throws UncheckedIOException when no port can be had
     */
    public static FabricServer of(InMemoryFabric platform) {
        Objects.requireNonNull(platform, "platform");
        try {
            return new FabricServer(new StandInServer(platform.standIn()));
        } catch (IOException e) {
            throw new UncheckedIOException("The platform cannot be served.", e);
        }
    }

    /**
     * Returns its endpoint.
     *
     * @return a URL such as {@code http://127.0.0.1:43121}
     */
    public String endpoint() {
        return server.url();
    }

    /**
     * Returns the settings of a daemon that reads secrets and connections from it. In a cluster these services have addresses
     * of their own.
     *
     * @return {@code fabric.accounts-endpoint} and {@code fabric.connections-endpoint}
     */
    public Map<String, String> settings() {
        return Map.of("fabric.accounts-endpoint", endpoint(), "fabric.connections-endpoint", endpoint());
    }

    /**
     * Returns the envelope of a call in the project {@link InMemoryFabric#PROJECT} and the session
     * {@link InMemoryFabric#SESSION}.
     *
     * @param payload any object that can be written as JSON, or null for none
     * @return {@code payload}, {@code token}, {@code apiEndpoint}, {@code projectId}, {@code sessionId} and {@code activationId}; a
     *     map that can be changed
     */
    public Map<String, Object> envelope(@Nullable Object payload) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("token", "test-token");
        envelope.put("apiEndpoint", endpoint());
        envelope.put("projectId", InMemoryFabric.PROJECT);
        envelope.put("sessionId", InMemoryFabric.SESSION);
        envelope.put("activationId", "test-activation");
        if (payload != null) {
            envelope.put("payload", payload);
        }
        return envelope;
    }

    /** Stops serving. */
    @Override
    public void close() {
        server.close();
    }
}
