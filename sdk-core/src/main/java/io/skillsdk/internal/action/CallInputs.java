package io.skillsdk.internal.action;

import io.skillsdk.BackgroundTasks;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillRequest;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that the parameters of one call can be taken from. Headers and query are read once, and only when they are asked for. */
public final class CallInputs {

    private final SkillRequest<?> request;

    private final ActionCall call;

    private final FabricLease fabric;

    private final Supplier<BackgroundTasks> background;

    private @Nullable Map<String, List<String>> headers;

    private @Nullable Map<String, List<String>> queryParameters;

    public CallInputs(
            SkillRequest<?> request, ActionCall call, FabricLease fabric, Supplier<BackgroundTasks> background) {
        this.request = request;
        this.call = call;
        this.fabric = fabric;
        this.background = background;
    }

    public SkillRequest<?> request() {
        return request;
    }

    ActionCall call() {
        return call;
    }

    /** What takes work for after the answer. */
    BackgroundTasks background() {
        return background.get();
    }

    /** The platform, until the call has been answered. */
    Fabric fabric() {
        Map<String, String> trace = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        call.headers().forEach((name, values) -> {
            if (!values.isEmpty()) {
                trace.put(name, values.get(0));
            }
        });
        return fabric.open(new FabricCall(
                request.apiEndpoint().orElse(null),
                request.token().orElse(null),
                request.projectId().orElse(null),
                request.sessionId().orElse(null),
                request.activationId().orElse(null),
                call.deadline(),
                trace));
    }

    /** The headers of the call, then those that an agent passes on within the envelope; names in any case. */
    Map<String, List<String>> headers() {
        Map<String, List<String>> all = headers;
        if (all == null) {
            all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(call.headers());
            for (Map.Entry<String, String> header : request.headers().entrySet()) {
                all.putIfAbsent(header.getKey(), List.of(header.getValue()));
            }
            headers = all;
        }
        return all;
    }

    Map<String, List<String>> queryParameters() {
        Map<String, List<String>> all = queryParameters;
        if (all == null) {
            all = call.queryParameters();
            queryParameters = all;
        }
        return all;
    }

    /** The context of the call, for an action or an interceptor. */
    public SkillContext context() {
        SkillContext.Builder context = SkillContext.builder()
                .properties(request.properties())
                .headers(headers())
                .pathParameters(call.pathParameters())
                .queryParameters(queryParameters())
                .deadline(call.deadline());
        request.activationId().ifPresent(context::activationId);
        request.sessionId().ifPresent(context::sessionId);
        return context.build();
    }

    /** The same with another payload. */
    public CallInputs withPayload(Object payload) {
        return new CallInputs(request.withPayload(payload), call, fabric, background);
    }
}
