package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.TransportProbe;

/** Sees what Grizzly has caught while it selected, and would go on after: an error of the JVM itself ends the process. */
@SuppressWarnings("rawtypes") // as Grizzly declares it
public final class FatalTransportErrors extends TransportProbe.Adapter {

    @Override
    public void onErrorEvent(Transport transport, Throwable error) {
        FatalErrorExit.endIfFatal(error);
    }
}
