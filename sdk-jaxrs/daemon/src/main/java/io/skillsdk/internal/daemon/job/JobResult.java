package io.skillsdk.internal.daemon.job;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.fabric.PlatformMessages;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.json.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands the result of a job to the platform, as a message to the output that it is for. A message takes the place of what the job has
 * printed, which is its payload otherwise (cortex-python, gateway).
 */
public final class JobResult {

    /** The gateway answers once it has passed the message on to the next skills. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final FabricSource platform;

    public JobResult(FabricSource platform) {
        this.platform = platform;
    }

    /**
     * Sends a result, once.
     *
     * @return the output that it was sent to; null when the envelope does not say where the platform is and which activation waits
     * @throws io.skillsdk.fabric.FabricException when the platform did not take it
     */
    @Nullable String send(ActionAnswer answer, Map<String, Object> envelope) {
        String activation = text(envelope, "activationId");
        String channel = text(envelope, "channelId");
        String output = text(JsonCodec.readObject(answer.body()), "outputName");
        output = output == null ? text(envelope, "outputName") : output;
        String token = text(envelope, "token");
        String project = text(envelope, "projectId");
        String endpoint = text(envelope, "apiEndpoint");
        if (activation == null
                || channel == null
                || output == null
                || token == null
                || project == null
                || endpoint == null) {
            return null;
        }
        FabricCall call = new FabricCall(
                endpoint,
                token,
                project,
                text(envelope, "sessionId"),
                activation,
                Instant.now().plus(LONGEST),
                Map.of());
        try (CallFabric opened = platform.open(call)) {
            PlatformMessages.send(opened.fabric(), activation, channel, output, answer.body());
        }
        return output;
    }

    private static @Nullable String text(Map<String, Object> of, String key) {
        return of.get(key) instanceof String text && !text.isEmpty() ? text : null;
    }
}
