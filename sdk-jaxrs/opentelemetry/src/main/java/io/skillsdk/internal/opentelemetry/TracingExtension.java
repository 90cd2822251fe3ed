package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallMeter;
import io.skillsdk.daemon.extension.ActionDescription;
import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.DaemonExtension;
import io.skillsdk.daemon.extension.DaemonInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traces the calls of a daemon, by the OpenTelemetry that the process has when the first call comes. */
public final class TracingExtension implements DaemonExtension {

    /** How spans are called, by action; filled before the port is opened. */
    private final Map<String, ActionDescription> actions = new HashMap<>();

    private final Spans spans = new Spans(GlobalOpenTelemetry::get);

    /** Made by the daemon. */
    public TracingExtension() {}

    @Override
    public List<ActionInterceptor> interceptors() {
        return List.of(new CallSpans(spans, name -> Optional.ofNullable(actions.get(name))));
    }

    @Override
    public List<CallListener> listeners() {
        // the agent sees each request itself
        return JavaAgent.makesServerSpans() ? List.of() : List.of(new RefusedCallSpans(spans));
    }

    @Override
    public List<CallMeter> meters() {
        return JavaAgent.makesServerSpans() ? List.of(new AgentRoutes()) : List.of();
    }

    @Override
    public List<BuiltInPage> pages(DaemonInfo daemon) {
        daemon.actions().forEach(action -> actions.put(action.name(), action));
        return List.of();
    }
}
