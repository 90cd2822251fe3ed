package io.skillsdk.internal.daemon.request;

import io.skillsdk.call.RefusalReason;
import io.skillsdk.daemon.extension.DaemonGauges;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.Refusals;

/**
 * How busy a daemon is, read where it is known.
 *
 * @param maxConnections {@code daemon.max-connections}
 */
public record LiveGauges(
        WorkerDispatcher dispatcher, ConnectionRegistry connections, Refusals refusals, int maxConnections)
        implements DaemonGauges {

    @Override
    public int callsInFlight() {
        return dispatcher.running();
    }

    @Override
    public int callsWaiting() {
        return dispatcher.waiting();
    }

    @Override
    public int maxConcurrency() {
        return dispatcher.mostRunning();
    }

    @Override
    public int threadsGivenUp() {
        return dispatcher.givenUp();
    }

    @Override
    public int openConnections() {
        return connections.size();
    }

    @Override
    public long refused(RefusalReason reason) {
        return refusals.of(reason);
    }
}
