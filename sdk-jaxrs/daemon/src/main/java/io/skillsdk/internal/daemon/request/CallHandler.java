package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.execution.AverageDuration;
import io.skillsdk.internal.daemon.execution.BackgroundLog;
import io.skillsdk.internal.daemon.execution.Call;
import io.skillsdk.internal.daemon.execution.Work;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.daemon.transport.LeaderFollowersStrategy;
import io.skillsdk.internal.daemon.transport.SelectorLeader;
import io.skillsdk.internal.daemon.transport.StalledLeaderMonitor;
import io.skillsdk.internal.http.Refusals;
import io.skillsdk.internal.http.RefusedBodyException;
import io.skillsdk.internal.routing.Route;
import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * From a request to its call. It serves on the thread that has read the request, and never blocks it: quick calls run right there,
 * others on threads of their own, and a body that is not there yet is waited for without a thread.
 */
public final class CallHandler extends HttpHandler {

    private final Door door;

    private final WorkerDispatcher dispatcher;

    private final LeaderFollowersStrategy strategy;

    private final StalledLeaderMonitor monitor;

    private final RequestBodyAggregator bodies;

    private final Refusals refusals;

    private final BackgroundLog log;

    public CallHandler(
            Door door,
            WorkerDispatcher dispatcher,
            LeaderFollowersStrategy strategy,
            StalledLeaderMonitor monitor,
            RequestBodyAggregator bodies,
            Refusals refusals,
            BackgroundLog log) {
        this.door = door;
        this.dispatcher = dispatcher;
        this.strategy = strategy;
        this.monitor = monitor;
        this.bodies = bodies;
        this.refusals = refusals;
        this.log = log;
    }

    @Override
    public void service(Request request, Response response) {
        Reply reply = new Reply(request, response, log);
        try {
            Door.Decision decision = door.admit(request, response, reply);
            if (decision instanceof Door.Receive receive) {
                byte[] body = bodies.arrived(request);
                if (body == null) {
                    reply.detach();
                    bodies.await(request, new Arrival(receive.route(), request, response, reply));
                    return;
                }
                decision = door.prepare(receive.route(), body, request, response, reply);
            }
            act(decision, reply, leader(decision));
        } catch (RefusedBodyException e) {
            refuse(e, reply);
        } catch (IOException e) {
            refuse(RefusedBodyException.unreadable(), reply);
        } catch (Throwable e) {
            reply.fail(e);
        }
    }

    private void act(Door.Decision decision, Reply reply, @Nullable SelectorLeader leader) {
        if (decision instanceof Door.Ready ready) {
            run(ready.work(), reply, leader);
        } else if (decision instanceof Door.Refused refused) {
            refuse(refused.answer(), reply);
        }
    }

    /** The leader that this thread is, if it may run what was decided on. */
    private @Nullable SelectorLeader leader(Door.Decision decision) {
        AverageDuration averageDuration =
                decision instanceof Door.Ready ready ? ready.work().averageDuration() : null;
        return averageDuration != null && averageDuration.isQuick() ? strategy.current() : null;
    }

    private void run(Work work, Reply reply, @Nullable SelectorLeader leader) {
        Call call = dispatcher.call(work);
        if (leader != null && call.lead()) {
            leader.begin(call);
            monitor.wake();
            try {
                call.runHere();
            } finally {
                leader.end();
            }
            call.returned();
        } else if (reply.detach()) {
            call.dispatch();
        }
    }

    private void refuse(RefusedBodyException why, Reply reply) {
        refusals.count(why.reason());
        reply.closeConnection();
        refuse(why.answer(), reply);
    }

    private void refuse(ActionAnswer answer, Reply reply) {
        reply.tellRefused(answer);
        reply.send(answer);
    }

    @Override
    public void start() {
        door.start();
    }

    @Override
    public void destroy() {
        door.stop();
    }

    /** A request that waits for the rest of its body, and what becomes of it then. */
    private final class Arrival implements BodyReceiver {

        private final Route route;

        private final Request request;

        private final Response response;

        private final Reply reply;

        Arrival(Route route, Request request, Response response, Reply reply) {
            this.route = route;
            this.request = request;
            this.response = response;
            this.reply = reply;
        }

        @Override
        public void arrived(byte[] body, Runnable release) {
            reply.whenFinished(release);
            try {
                act(door.prepare(route, body, request, response, reply), reply, null);
            } catch (Throwable e) {
                reply.fail(e);
            }
        }

        @Override
        public void refused(RefusedBodyException why) {
            refuse(why, reply);
        }
    }
}
