package io.skillsdk.internal.daemon.page;

import io.skillsdk.call.RefusalReason;
import io.skillsdk.daemon.extension.DaemonGauges;
import io.skillsdk.internal.background.BackgroundRunner;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.Refusals;

/** How busy a daemon is, read where it is known. */
public record LiveGauges(
        WorkerDispatcher dispatcher,
        ConnectionRegistry connections,
        Refusals refusals,
        BackgroundRunner background,
        ServerSettings settings)
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
    public int maxConnections() {
        return settings.maxConnections();
    }

    @Override
    public int backgroundTasksRunning() {
        return background.running();
    }

    @Override
    public int backgroundTasksWaiting() {
        return background.waiting();
    }

    @Override
    public int maxBackgroundTasks() {
        return settings.maxBackgroundTasks();
    }

    @Override
    public long refused(RefusalReason reason) {
        return refusals.of(reason);
    }
}
