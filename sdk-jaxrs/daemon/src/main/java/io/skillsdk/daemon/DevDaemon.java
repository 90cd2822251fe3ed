package io.skillsdk.daemon;

import io.skillsdk.daemon.extension.DaemonGauges;
import io.skillsdk.internal.daemon.dev.ServedFiles;
import io.skillsdk.internal.daemon.request.FaultFirst;
import io.skillsdk.internal.daemon.request.VersionSwitch;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon whose program is replaced while it listens. The port is opened once, for the first version. A version that is replaced ends when
 * its last call has, or when {@code daemon.drain-timeout} is over.
 */
final class DevDaemon implements DevVersion.Connection {

    /** A version that gets no requests any more. */
    private record Replaced(DevVersion version, DevVersion.Served served, long since) {}

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon.dev");

    private final AtomicReference<@Nullable String> fault = new AtomicReference<>();

    private final ServedFiles files;

    private final List<Replaced> replaced = new ArrayList<>();

    /** Made on the thread of the first version, before that one is known to serve. */
    private volatile @Nullable DaemonServer server;

    private volatile @Nullable ServerSettings settings;

    private @Nullable VersionSwitch versions;

    private @Nullable DevVersion version;

    private DevVersion.@Nullable Served served;

    /**
     * Makes it.
     *
     * @param files hold requests for the next version until it is there
     */
    DevDaemon(ServedFiles files) {
        this.files = files;
    }

    @Override
    public DaemonServer.Served connect(OpenedSkill opened, SkillDescription skill) {
        DaemonServer of = server;
        if (of == null) {
            of = new DaemonServer(opened.settings(), skill.readiness);
            of.expectListeners();
            server = of;
            settings = opened.settings();
        }
        return of.serve(opened, skill.components, inner -> new FaultFirst(inner, fault));
    }

    /**
     * Has a version get the requests from now on.
     *
     * @throws DaemonStartException when it is the first one, and the port cannot be listened on
     */
    void serve(DevVersion next, DevVersion.Served by) {
        DaemonServer of = Objects.requireNonNull(server);
        VersionSwitch to = versions;
        if (to == null) {
            to = new VersionSwitch(by.requests(), files::whenServed, of::execute);
            of.start(to);
            versions = to;
        } else {
            of.checkBy(by.skill().readiness);
            fault.set(null);
            to.to(by.requests());
            replaced.add(
                    new Replaced(Objects.requireNonNull(version), Objects.requireNonNull(served), System.nanoTime()));
            tellOfTransport(by.opened().settings());
        }
        version = next;
        served = by;
    }

    /** What belongs to the open port stays as it was. */
    private void tellOfTransport(ServerSettings now) {
        ServerSettings began = Objects.requireNonNull(settings);
        if (!now.host().equals(began.host())
                || now.port() != began.port()
                || now.maxConnections() != began.maxConnections()
                || now.maxBackgroundTasks() != began.maxBackgroundTasks()
                || now.limits().maxHeaderSize() != began.limits().maxHeaderSize()) {
            LOG.warn("A change of daemon.host, daemon.port, daemon.max-connections, daemon.max-header-size or"
                    + " daemon.max-background-tasks counts from the next start of dev");
        }
    }

    /** Has the next caller of an action told why there is no new version. */
    void tell(String why) {
        fault.set(why);
    }

    /** Ends the versions that have no calls any more. */
    void endReplaced() {
        for (Iterator<Replaced> each = replaced.iterator(); each.hasNext(); ) {
            Replaced old = each.next();
            if (isIdle(old.served()) || isOverdue(old)) {
                each.remove();
                VersionSwitch.end(old.served().requests());
                old.version().end();
            }
        }
    }

    private static boolean isIdle(DevVersion.Served of) {
        DaemonGauges busy = of.by().gauges();
        return of.requests().requests() == 0
                && busy.callsInFlight() == 0
                && busy.threadsGivenUp() == 0
                && busy.backgroundTasksRunning() == 0
                && busy.backgroundTasksWaiting() == 0;
    }

    private boolean isOverdue(Replaced old) {
        return System.nanoTime() - old.since()
                > Objects.requireNonNull(settings).drainTimeout().toNanos();
    }

    /** Where the port is. */
    String address() {
        return "http://" + Objects.requireNonNull(settings).host() + ":"
                + Objects.requireNonNull(server).port();
    }

    /** Stops in order, and ends all versions. */
    void close() {
        files.end();
        DaemonServer of = server;
        if (of != null) {
            of.stop(0);
        }
        replaced.forEach(old -> old.version().end());
        DevVersion last = version;
        if (last != null) {
            last.end();
        }
    }
}
