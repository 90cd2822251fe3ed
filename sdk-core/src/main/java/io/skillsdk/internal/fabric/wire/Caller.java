package io.skillsdk.internal.fabric.wire;

import java.util.Map;

/** On whose behalf the platform is asked. */
public interface Caller {

    /**
     * The token to send.
     *
     * @param what what is asked for, for the message
     * @throws io.skillsdk.fabric.FabricException when there is none, or it has expired
     * @throws IllegalStateException when the call has been answered
     */
    String token(String what);

    /**
     * How long a request may take.
     *
     * @throws io.skillsdk.fabric.FabricException when no time is left
     */
    Budget budget(PlatformRequest.Time time, String what);

    /** Headers that join the traces of calls. */
    Map<String, String> headers();
}
