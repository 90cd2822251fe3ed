package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;

/** Messages of a job to the outputs of its skill: {@code POST /internal/messages/…} (cortex-python, gateway). */
public final class PlatformMessages {

    private PlatformMessages() {}

    /**
     * Sends a message. It is never sent twice, as the next skill would run twice.
     *
     * @param message JSON with a {@code payload}, which is what the next skill gets
     * @throws FabricException when the platform did not take it
     */
    public static void send(Fabric fabric, String activationId, String channelId, String outputName, byte[] message) {
        if (!(fabric instanceof PlatformFabric platform)) {
            throw new IllegalArgumentException("Messages go to a platform, and this is none: " + fabric);
        }
        ProjectCalls calls = platform.calls();
        String what = "a message to the output '" + outputName + "'";
        String url = calls.scope().endpoints().api()
                + "/internal/messages/"
                + UrlText.segment(activationId, "the activation")
                + "/"
                + UrlText.segment(channelId, "the channel")
                + "/"
                + UrlText.segment(outputName, "the output");
        PlatformRequest request = PlatformRequest.of("POST", url, what)
                .with(ContentBody.of(message).as("application/json"))
                .within(PlatformRequest.Time.WHOLE);
        calls.json(request);
    }
}
