package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.TransportProbe;

/**
 * Ends the process after a fatal error in Grizzly's own loop around a selector. Grizzly logs it and goes on, but a request
 * that was ready then is forgotten, and its client would wait for ever.
 */
public final class FatalErrorProbe extends TransportProbe.Adapter {

    @Override
    public void onErrorEvent(Transport transport, Throwable error) {
        FatalErrorExit.endIfFatal(error);
    }
}
