package io.skillsdk.internal.fabric.call;

import io.skillsdk.internal.fabric.wire.ServiceSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the client.
 *
 * @param endpoint {@code fabric.endpoint}: the platform's endpoint in place of the call's, or null
 * @param services {@code fabric.accounts-endpoint} and {@code fabric.connections-endpoint}
 * @param timeout {@code fabric.timeout}: how long a call of the platform may take, 1 ms to 1 h; default 10 s. For transfers:
 *     how long nothing may come or go
 * @param connectTimeout {@code fabric.connect-timeout}: how long a connection may take, 1 ms to 1 h; default 2 s
 * @param retries {@code fabric.retries}: how often a call is sent again, 0 to 10; default 2
 * @param maxAnswerSize {@code fabric.max-answer-size}: the most bytes of a JSON answer; default 8 MiB
 * @param sessionForm {@code fabric.session-form}: {@code auto}, {@code wrapped} or {@code bare}; default auto
 */
public record FabricSettings(
        @Nullable String endpoint,
        ServiceSettings services,
        Duration timeout,
        Duration connectTimeout,
        int retries,
        int maxAnswerSize,
        SessionForm sessionForm) {

    /** What holds where nothing is set. */
    public static final FabricSettings DEFAULTS = new FabricSettings(
            null,
            ServiceSettings.DERIVED,
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            2,
            8 * 1024 * 1024,
            SessionForm.AUTO);

    /** The same with another time for a call. */
    public FabricSettings timeout(Duration other) {
        return new FabricSettings(endpoint, services, other, connectTimeout, retries, maxAnswerSize, sessionForm);
    }

    /** The same with other services. */
    public FabricSettings services(ServiceSettings other) {
        return new FabricSettings(endpoint, other, timeout, connectTimeout, retries, maxAnswerSize, sessionForm);
    }

    /** The same with another form of session writes. */
    public FabricSettings sessionForm(SessionForm other) {
        return new FabricSettings(endpoint, services, timeout, connectTimeout, retries, maxAnswerSize, other);
    }

    /** The same with another number of retries. */
    public FabricSettings retries(int other) {
        return new FabricSettings(endpoint, services, timeout, connectTimeout, other, maxAnswerSize, sessionForm);
    }
}
