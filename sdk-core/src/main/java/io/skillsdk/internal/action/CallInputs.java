package io.skillsdk.internal.action;

import io.skillsdk.SkillRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that the parameters of one call can be taken from. Headers and query are read once, and only when they are asked for. */
final class CallInputs {

    private final SkillRequest<?> request;

    private final ActionCall call;

    private @Nullable Map<String, List<String>> headers;

    private @Nullable Map<String, List<String>> queryParameters;

    CallInputs(SkillRequest<?> request, ActionCall call) {
        this.request = request;
        this.call = call;
    }

    SkillRequest<?> request() {
        return request;
    }

    ActionCall call() {
        return call;
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
}
